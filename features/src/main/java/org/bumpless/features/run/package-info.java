/**
 * Runs feature files with Cucumber on a running bench, and makes scenario results of what its
 * claims came to.
 *
 * <p>Cucumber's own passed and failed are not the verdict: they say whether a sentence threw. The
 * verdict is rolled up from the claims and from the books of the scenario, which are balanced at
 * its end whether or not a sentence asks for it.
 */
@NullMarked
package org.bumpless.features.run;

import org.jspecify.annotations.NullMarked;
