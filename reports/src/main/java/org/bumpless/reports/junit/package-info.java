/**
 * {@code junit.xml}: a run in the form that CI systems read (Surefire's and Jenkins' dialect).
 *
 * <p>One suite for each feature, one case for each scenario. FAIL is a failure, INCONCLUSIVE an
 * error: it is not the product's fault, and it must not be green. What was not judged is skipped,
 * with its reason. The verdict of the run is a case of its own, because a run can fail by what
 * belongs to no scenario.
 */
@NullMarked
package org.bumpless.reports.junit;

import org.jspecify.annotations.NullMarked;
