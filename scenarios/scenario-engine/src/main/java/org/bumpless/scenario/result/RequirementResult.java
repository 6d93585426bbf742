package org.bumpless.scenario.result;

import java.util.List;
import org.bumpless.scenario.requirement.Requirement;
import org.bumpless.scenario.verdict.Standing;

/**
 * How a requirement stands.
 *
 * @param scenarios names of the scenarios that verified it
 */
public record RequirementResult(
    Requirement requirement, Standing standing, List<String> scenarios) {}
