/**
 * Structured Text in a controller of the bench: how the variables of a program find the tags and
 * wires of the controller that it is loaded into.
 *
 * <p>By their names. VAR_INPUT and VAR_OUTPUT of a PROGRAM are wires, which the plant file's {@code
 * io} connects. A tag is a global variable of that name, or else a variable of the PROGRAM. What is
 * read-only to the network is the program's to write; what is read-write, either's.
 */
@NullMarked
package org.bumpless.plc.st.control;

import org.jspecify.annotations.NullMarked;
