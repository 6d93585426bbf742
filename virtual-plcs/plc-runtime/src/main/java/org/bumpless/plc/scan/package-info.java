/**
 * The scan of virtual controllers: inputs latched, program run, outputs written, at absolute
 * deadlines.
 *
 * <p>Order of one scan (IEC 61131-3, cyclic task): queued writes from the network are applied and
 * become effects, inputs are latched, the program runs, outputs go to the field, the image is
 * published for the protocol servers.
 */
@NullMarked
package org.bumpless.plc.scan;

import org.jspecify.annotations.NullMarked;
