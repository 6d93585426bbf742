package org.bumpless.scenario.timing;

import java.time.Duration;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.ConduitId;

/**
 * What latency is measured of.
 *
 * @param flow in words, with what goes on beside it, for example {@code SCADA-1 to LIC-101 over
 *     modbus-tcp}
 * @param conduit that it crosses
 * @param label where the time stamps come from: {@code host} (JVM) or {@code wire} (kernel, on a
 *     tap)
 * @param budget what the product in the conduit may cost
 * @param deadline an answer that comes later than this after its request was due is of no use
 */
public record Target(
    String flow, ConduitId conduit, String label, Budget budget, Duration deadline) {}
