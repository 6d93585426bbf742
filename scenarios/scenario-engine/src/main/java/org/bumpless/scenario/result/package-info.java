/** What a run has found, as records: all that a report shows and all that a verdict rests on. */
@NullMarked
package org.bumpless.scenario.result;

import org.jspecify.annotations.NullMarked;
