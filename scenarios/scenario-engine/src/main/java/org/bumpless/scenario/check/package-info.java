/**
 * Checkers: pure functions from what happened to a verdict.
 *
 * <p>They alone judge. Each looks at the plant first - effects, requests that reached a controller,
 * polls of the stations - and uses what a client saw only where that is the matter in question.
 */
@NullMarked
package org.bumpless.scenario.check;

import org.jspecify.annotations.NullMarked;
