package org.bumpless.plant.model;

import java.time.Duration;

/**
 * A safety instrumented function (IEC 61511-1): when the sensor passes the limit, the final element
 * goes to its safe state.
 *
 * @param solver the safety controller
 * @param sensor process signal, for example {@code T-101.level}
 * @param tripAbove limit in the sensor's unit
 * @param finalElement process signal that is forced
 * @param processSafetyTime from demand to hazard if nothing acts
 */
public record SafetyFunction(
    String id,
    AssetId solver,
    String sensor,
    double tripAbove,
    String finalElement,
    Duration processSafetyTime) {}
