/**
 * Several runs of the same, read back from the folders that they have left and told together. A
 * scenario is as good as in its worst run; a figure is pooled over the runs.
 */
@NullMarked
package org.bumpless.reports.pool;

import org.jspecify.annotations.NullMarked;
