package org.bumpless.scenario.profile;

import org.bumpless.scenario.timing.LatencyPlan;

/**
 * What a product is certified against.
 *
 * @param tags Cucumber tag expression of the scenarios that belong to it; empty for all
 * @param latency how long and how often latency is measured
 */
public record Profile(String id, String title, String tags, LatencyPlan latency) {}
