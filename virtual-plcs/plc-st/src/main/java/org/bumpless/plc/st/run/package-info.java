/**
 * What a compiled program runs in: its memory, its time, the functions of the standard, and a count
 * that ends a loop which does not end.
 */
@NullMarked
package org.bumpless.plc.st.run;

import org.jspecify.annotations.NullMarked;
