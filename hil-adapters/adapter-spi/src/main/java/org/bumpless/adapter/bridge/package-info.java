/**
 * A real controller that stands behind a virtual one.
 *
 * <p>The bench serves the same ports and tags as before; a bridge reads the real controller, and
 * writes to it what the guard of the plant file and the command line both allow. It reports facts
 * and never judges.
 */
@NullMarked
package org.bumpless.adapter.bridge;

import org.jspecify.annotations.NullMarked;
