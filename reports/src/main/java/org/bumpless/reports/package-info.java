/**
 * The folder that a run leaves behind (DESIGN section 7), written as the run goes.
 *
 * <p>Everything here is a function of {@link org.bumpless.scenario.result.RunResult} to bytes; only
 * {@link org.bumpless.reports.ReportWriter} touches the disk. {@code manifest.json} is there before
 * the bench starts. {@code report.json} is put in place whole after each scenario, so that whoever
 * reads it, at any moment and after any death of the process, finds a complete document. The page
 * and the JUnit file come at the end, also of a run that was interrupted.
 */
@NullMarked
package org.bumpless.reports;

import org.jspecify.annotations.NullMarked;
