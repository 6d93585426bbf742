/**
 * {@code index.html}: a run for people, in one file that needs nothing else.
 *
 * <p>Views are records of finished words; templates ({@code *.mustache} beside these classes) put
 * them in their place and escape every one. Only what is made here goes in as it is: style, script
 * and plots. A content security policy with the hashes of that style and script makes sure that
 * whatever else would want to run or to be fetched does not. The page says the same without its
 * script, in print and in both colour schemes; no colour stands without a word.
 */
@NullMarked
package org.bumpless.reports.html;

import org.jspecify.annotations.NullMarked;
