/**
 * What a latency sweep has found, as JSON and as a page of its own: for each loop and each
 * supervisory function the delay that the process bears, beside the one that the plant file allows.
 */
@NullMarked
package org.bumpless.reports.sweep;

import org.jspecify.annotations.NullMarked;
