/**
 * Cables that fail: what a frame meets on its way from one plug to the other. The model is pure;
 * who carries the frames is the fabric's business.
 */
@NullMarked
package org.bumpless.plant.network.cable;

import org.jspecify.annotations.NullMarked;
