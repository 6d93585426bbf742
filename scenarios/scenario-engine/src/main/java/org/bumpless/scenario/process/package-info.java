/**
 * What becomes of the physical process: how far its loops stray from their set-points, how near
 * they come to harm, which alarms the operator gets. Taken from the truth of the process model, not
 * from what a controller or an operator station shows. Pure: it is told samples.
 */
@NullMarked
package org.bumpless.scenario.process;

import org.jspecify.annotations.NullMarked;
