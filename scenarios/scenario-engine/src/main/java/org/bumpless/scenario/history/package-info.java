/**
 * What happened in a run, in the order in which it became known: only facts, no judgement.
 *
 * <p>Actors, stations and controllers append; checkers read. The run folder's {@code
 * history.ndjson} is written from it as it grows, so that a killed run still can be read.
 */
@NullMarked
package org.bumpless.scenario.history;

import org.jspecify.annotations.NullMarked;
