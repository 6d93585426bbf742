package org.bumpless.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bumpless.features.testing.FakeBench;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.scenario.requirement.Catalogue;
import org.bumpless.scenario.requirement.CatalogueFile;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Standing;

/** Drives features on a fake bench, with the shipped catalogue. */
final class Driving {
  private Driving() {}

  static Outcome text(FakeBench bench, Path folder, String text) {
    try {
      Path file = Files.writeString(folder.resolve("some.feature"), text);
      return drive(bench, folder, file.toUri(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Outcome shipped(FakeBench bench, Path folder, String tags) {
    return drive(bench, folder, FeatureRun.SHIPPED, tags);
  }

  /** How the only scenario of some tags stands. */
  static Standing only(FakeBench bench, Path folder, String tags) {
    List<ScenarioResult> scenarios = shipped(bench, folder, tags).scenarios();
    assertThat(scenarios).hasSize(1);
    return scenarios.getFirst().standing();
  }

  private static Outcome drive(FakeBench bench, Path folder, URI files, String tags) {
    return new FeatureRun(bench, catalogue(), new Watching(), bench::stopped, files)
        .run(tags, folder.resolve("cucumber.ndjson"));
  }

  static Catalogue catalogue() {
    try (InputStream in =
        Driving.class.getClassLoader().getResourceAsStream("features/requirements.yaml")) {
      if (in == null) {
        throw new IllegalStateException("features/requirements.yaml is not on the class path");
      }
      return CatalogueFile.parse("requirements.yaml", in.readAllBytes());
    } catch (IOException | BadFileException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Checks that it is told all that it should be. */
  private static final class Watching implements Observer {
    private final List<String> running = new ArrayList<>();
    private int planned;

    @Override
    public void planned(int scenarios, int measuring) {
      planned = scenarios;
    }

    @Override
    public void started(String scenario, boolean measuring) {
      running.add(scenario);
    }

    @Override
    public void finished(ScenarioResult result, Outcome soFar) {
      planned--;
      if (!running.remove(result.name()) || planned < 0 || !soFar.scenarios().contains(result)) {
        throw new IllegalStateException(result.name() + " was not started or not planned");
      }
    }
  }
}
