package org.bumpless.runner.run;

import java.nio.file.Path;
import java.util.Set;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.choice.Fabrics;
import org.bumpless.scenario.profile.Profile;
import org.bumpless.scenario.requirement.Catalogue;
import org.bumpless.scenario.result.RunManifest;

/**
 * What a run is a function of.
 *
 * @param tags Cucumber tag expression; empty for all
 * @param clock what time it takes place in
 * @param fabric what the plant's network is made of
 * @param out folder in which the run's own folder is made
 * @param checkout that the bench was built from
 * @param origin what somebody typed, and the files behind it
 * @param length how long scenarios are driven
 * @param writes real controllers that the bench may write to, if the plant file says so too
 */
public record RunSpec(
    Plant plant,
    Sut sut,
    Profile profile,
    Catalogue catalogue,
    String tags,
    long seed,
    ClockMode clock,
    Fabrics.Choice fabric,
    Path out,
    Path checkout,
    RunManifest.Origin origin,
    Length length,
    Set<AssetId> writes) {
  public RunSpec {
    writes = Set.copyOf(writes);
  }
}
