/**
 * Runs as JSON: {@code manifest.json} and {@code report.json}.
 *
 * <p>The form of {@code report.json} is published as {@code report.schema.json} beside these
 * classes, one for each version. Within one major version keys are added and never change their
 * meaning; each schema refuses what it does not know, so that a slip of the writer is seen. The
 * same run always gives the same bytes: keys have a fixed order, sets are sorted, numbers are
 * rounded here and nowhere else. An answer that never came has no figure: it is {@code null}, never
 * a large number.
 */
@NullMarked
package org.bumpless.reports.json;

import org.jspecify.annotations.NullMarked;
