/**
 * One run from first word to last: folder, progress, verdict.
 *
 * <p>A run is a function of plant, product, profile and seed to a folder (DESIGN section 11); what
 * it leaves is written as it goes.
 */
@NullMarked
package org.bumpless.runner.run;

import org.jspecify.annotations.NullMarked;
