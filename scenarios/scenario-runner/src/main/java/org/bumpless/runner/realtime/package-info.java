/**
 * The threads and the clock that latency is measured with. A reading is worth no more than the
 * moment at which its thread woke up, so these threads are scheduled as well as the host allows,
 * all of them alike, in every arm; what was allowed is written into the manifest.
 */
@NullMarked
package org.bumpless.runner.realtime;

import org.jspecify.annotations.NullMarked;
