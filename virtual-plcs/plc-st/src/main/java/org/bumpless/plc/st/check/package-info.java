/**
 * Finds out what a tree means: which type each name and value has, and whether it all fits. What
 * does not is told, and the rest is looked at all the same.
 */
@NullMarked
package org.bumpless.plc.st.check;

import org.jspecify.annotations.NullMarked;
