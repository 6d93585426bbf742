package org.bumpless.plant.model;

import org.bumpless.plant.time.Tick;

/**
 * What a write from the network did to a controller, seen from inside the controller: the oracle of
 * every verdict.
 *
 * @param nanos bench clock at the scan that applied it
 * @param tick that scan
 * @param before value that it replaced; equal to {@code after} if the same value was written again
 */
public record Effect(long nanos, Tick tick, TagId tag, TagValue before, TagValue after) {}
