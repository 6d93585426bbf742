package org.bumpless.plant.model;

/**
 * A conduit (IEC 62443-3-2): the only way between two zones; clients stand in {@code from}, servers
 * in {@code to}.
 *
 * @param enforcement what stands in it
 * @param budget what the enforcement may cost here
 */
public record Conduit(
    ConduitId id, ZoneId from, ZoneId to, Enforcement enforcement, Budget budget) {}
