/**
 * The language of the scenarios: the state of one scenario and the words in which feature files
 * speak.
 *
 * <p>Feature files stand at the root of the module, in the plant's own words. The glue turns a
 * sentence into acts on the {@link org.bumpless.scenario.bench.Bench} and claims that checkers
 * judge; it judges nothing itself. A new sentence is a new method in one of the step classes, which
 * get their {@link org.bumpless.features.World} by constructor.
 */
@NullMarked
package org.bumpless.features;

import org.jspecify.annotations.NullMarked;
