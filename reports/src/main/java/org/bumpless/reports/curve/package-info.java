/**
 * Long rows of figures made short enough for a page and a file, without losing what they are looked
 * at for: the tail of a latency, the peak of a level.
 */
@NullMarked
package org.bumpless.reports.curve;

import org.jspecify.annotations.NullMarked;
