/**
 * Makes JVM classes of a typed program, by {@code java.lang.classfile}: one for each unit and each
 * structure, whose fields are its variables, and one for what all share; and bridges, by which a
 * controller sets and reads many variables at once. Nothing is boxed, and a scan allocates nothing
 * but the strings that it makes.
 */
@NullMarked
package org.bumpless.plc.st.code;

import org.jspecify.annotations.NullMarked;
