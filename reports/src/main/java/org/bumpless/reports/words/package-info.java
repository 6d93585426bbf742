/**
 * The plain words of a report: what a verdict means, figures with their units, reasons said once.
 */
@NullMarked
package org.bumpless.reports.words;

import org.jspecify.annotations.NullMarked;
