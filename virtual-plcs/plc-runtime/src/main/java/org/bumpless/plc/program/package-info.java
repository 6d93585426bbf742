/**
 * Programs that come with the bench, written in Java; a program in Structured Text will be one more
 * provider.
 */
@NullMarked
package org.bumpless.plc.program;

import org.jspecify.annotations.NullMarked;
