package org.bumpless.runner.run;

import java.nio.file.Path;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Plant;
import org.bumpless.scenario.profile.Profile;
import org.bumpless.scenario.requirement.Catalogue;

/**
 * What a run is a function of.
 *
 * @param tags Cucumber tag expression; empty for all
 * @param out folder in which the run's own folder is made
 * @param replay the command that does the same again
 */
public record RunSpec(
    Plant plant,
    Sut sut,
    Profile profile,
    Catalogue catalogue,
    String tags,
    long seed,
    Path out,
    String replay) {}
