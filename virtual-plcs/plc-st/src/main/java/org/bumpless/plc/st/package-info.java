/**
 * Structured Text for virtual controllers: a text becomes a tree ({@code parse}, {@code tree}), the
 * tree gets its types ({@code type}, {@code check}), and what is sound becomes JVM bytecode ({@code
 * code}) that a controller scans ({@code run}).
 *
 * <p>A program cannot escape: it only calls what it declares and the functions of the standard; its
 * arrays are bounded when it is compiled, and a loop that does not end is ended by a count.
 */
@NullMarked
package org.bumpless.plc.st;

import org.jspecify.annotations.NullMarked;
