/**
 * A program as it was written: one record for each kind of sentence, with its place in the text.
 * Nothing is known here of what a name means.
 */
@NullMarked
package org.bumpless.plc.st.tree;

import org.jspecify.annotations.NullMarked;
