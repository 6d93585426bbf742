package org.bumpless.runner.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bumpless.adapter.sut.SutFile;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.model.Plant;
import org.bumpless.runner.bench.DrivenBench;
import org.bumpless.scenario.bench.Stations.Fare;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.process.LoopFare;
import org.bumpless.scenario.profile.ProfileFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every plant that is shipped holds itself while nobody does anything to it. */
class ShippedPlantsTest {
  private static final Path SCENARIOS =
      Path.of(System.getProperty("bumpless.home")).resolve("scenarios");
  private static final Duration WHILE = Duration.ofSeconds(60);

  static List<String> plants() throws IOException {
    try (Stream<Path> files = Files.list(SCENARIOS.resolve("plants"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("plants")
  void standsFirm(String file) throws Exception {
    Plant plant = PlantFile.read(SCENARIOS.resolve("plants").resolve(file));
    History history = new History(entry -> {});
    try (DrivenBench bench =
        new VirtualBenchBuilder(
                plant,
                SutFile.read(SCENARIOS.resolve("suts/direct/sut.yaml")),
                ProfileFile.read(SCENARIOS.resolve("profiles/standard.yaml")),
                1,
                history)
            .start()) {
      bench.clock().await(WHILE);

      for (Asset.Controller controller : plant.assets(Asset.Controller.class)) {
        assertThat(bench.controllers().mode(controller.id()))
            .as("%s", controller.id())
            .isEqualTo(OperatingMode.RUN);
      }
      assertThat(bench.loops().since(0))
          .allSatisfy(loop -> assertThat(loop.margin()).as(loop.signal()).isPositive())
          .extracting(LoopFare::alarms)
          .allSatisfy(alarms -> assertThat(alarms).isEmpty());
      assertThat(bench.stations().since(0)).isNotEmpty();
      assertThat(bench.stations().since(0)).extracting(Fare::missed).containsOnly(0L);
      assertThat(history.all(Entry.Safety.class)).isEmpty();
    }
  }
}
