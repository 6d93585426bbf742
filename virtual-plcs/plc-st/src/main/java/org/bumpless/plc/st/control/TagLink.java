package org.bumpless.plc.st.control;

import org.bumpless.plc.st.run.Cell;

/**
 * A tag and the variable that is behind it.
 *
 * @param writable whether the network writes it
 * @param unsigned whether the variable is one of 16 bits without a sign, which a tag has with one
 */
record TagLink(Cell variable, boolean writable, boolean unsigned) {}
