/**
 * The processor of a controller as its operators and engineers know it: operating mode, key switch,
 * program load, diagnostic buffer.
 *
 * <p>A protocol that can do more than read and write tags does it through {@link
 * org.bumpless.plc.cpu.Engineering}; what it may is decided here, once, and not by each protocol.
 */
@NullMarked
package org.bumpless.plc.cpu;

import org.jspecify.annotations.NullMarked;
