/**
 * {@code latency/*.hlog}: every answer of every arm, in the log format of HdrHistogram 1.3, so that
 * its ordinary tools can read them.
 *
 * <p>Units are nanoseconds. An answer that never came is not a latency and is not recorded as one:
 * comments count those, for the file and before each block. Runs are folded together by adding such
 * histograms, which loses nothing.
 */
@NullMarked
package org.bumpless.reports.latency;

import org.jspecify.annotations.NullMarked;
