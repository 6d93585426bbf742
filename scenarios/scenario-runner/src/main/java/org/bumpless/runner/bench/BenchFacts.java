package org.bumpless.runner.bench;

import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.profile.Profile;

/** What a bench is about. */
public record BenchFacts(
    Plant plant, Sut sut, Profile profile, long seed, NanoClock clock, History history) {}
