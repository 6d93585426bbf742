/**
 * What passes the product, frame by frame, with the kernel's time (DESIGN sections 5 and 8): who
 * wants it gives a {@link org.bumpless.plant.network.tap.FrameSink} and does not know how frames
 * are got; {@link org.bumpless.plant.network.tap.PcapngFile} keeps them for people.
 */
@NullMarked
package org.bumpless.plant.network.tap;

import org.jspecify.annotations.NullMarked;
