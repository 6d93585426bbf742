/** What work costs the machine, for the tests that promise it. */
@NullMarked
package org.bumpless.plant.engine.cost;

import org.jspecify.annotations.NullMarked;
