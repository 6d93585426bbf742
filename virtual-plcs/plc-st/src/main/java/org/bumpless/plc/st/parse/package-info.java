/**
 * Makes a tree of a text, by the grammar. A slip does not end it: as many are told as there are.
 */
@NullMarked
package org.bumpless.plc.st.parse;

import org.jspecify.annotations.NullMarked;
