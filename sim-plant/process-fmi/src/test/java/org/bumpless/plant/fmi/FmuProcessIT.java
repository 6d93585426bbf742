package org.bumpless.plant.fmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.Signal.Direction;
import org.bumpless.plant.engine.cost.Allocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The process of an FMU that is compiled here, against the same model in Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FmuProcessIT {
  private static final String FIXED_STEP = "canHandleVariableCommunicationStepSize=\"false\"";
  private static final String ANY_STEP = "canHandleVariableCommunicationStepSize=\"true\"";
  private static final String TYPES = "  <TypeDefinitions>";

  private Workshop workshop;
  private Opened opened;

  @BeforeAll
  void compile(@TempDir Path folder) throws IOException, InterruptedException {
    workshop = new Workshop(folder);
  }

  @BeforeEach
  void beginWithNothing(@TempDir Path temporary) {
    opened = new Opened(temporary);
  }

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    opened.close();
    assertThat(opened.leftBehind()).isEmpty();
  }

  private ProcessModel tanks(Map<String, Double> parameters, String... devices) throws IOException {
    return opened.add(workshop.fmu(), parameters, devices);
  }

  private static double truth(ProcessModel process, String name) {
    return process.truth(process.index(name));
  }

  private static void command(ProcessModel process, String name, double value) {
    process.command(process.index(name), value);
  }

  @Test
  void outputsAreInstrumentsAndInputsAreActuators() throws IOException {
    assertThat(tanks(Map.of(), "T-1").signals())
        .containsExactly(
            new Signal("T-1.tank_level", "m", Direction.MEASURED),
            new Signal("T-1.time", "s", Direction.MEASURED),
            new Signal("T-1.overflow", "", Direction.MEASURED),
            new Signal("T-1.steps", "", Direction.MEASURED),
            new Signal("T-1.tank_inflow", "l/s", Direction.COMMAND),
            new Signal("T-1.pump_1_", "", Direction.COMMAND),
            new Signal("T-1.gear", "", Direction.COMMAND),
            new Signal("T-1.fault", "", Direction.COMMAND));
  }

  @Test
  void isFoundByItsName() throws IOException {
    try (ProcessModel process =
        ProcessModels.installed().create(Workshop.spec(workshop.fmu(), Map.of(), "T-1"), 1)) {
      assertThat(truth(process, "T-1.tank_level")).isEqualTo(0.5);
      assertThat(truth(process, "T-1.tank_inflow")).isEqualTo(10);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 20_260_101})
  void tenThousandStepsAreThoseOfTheModelInJavaToTheLastBit(long seed) throws IOException {
    System.out.println("conformance: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    ProcessModel process = tanks(Map.of("tank_area", 3.5, "tank_start", 1.25), "T-1");
    double level = 1.25;
    double inflow = 10;
    int gear = 1;
    boolean pump = true;
    long nanos = 0;
    boolean spilled = false;
    for (int step = 1; step <= 10_000; step++) {
      if (random.nextInt(20) == 0) {
        inflow = random.nextDouble(100);
        gear = random.nextInt(1, 6);
        pump = random.nextInt(4) != 0;
        command(process, "T-1.tank_inflow", inflow);
        command(process, "T-1.gear", gear);
        command(process, "T-1.pump_1_", pump ? 1 : 0);
      }
      long length = random.nextLong(1_000_000, 1_000_000_000);
      process.step(length / 1e9);
      double in = pump ? inflow * gear / 1000 : 0;
      level += length / 1e9 * (in - 0.01 * level) / 3.5;
      double end = nanos / 1e9 + length / 1e9;
      nanos += length;
      spilled |= level > 2;
      assertThat(truth(process, "T-1.tank_level")).isEqualTo(level);
      assertThat(truth(process, "T-1.overflow")).isEqualTo(level > 2 ? 1 : 0);
      assertThat(truth(process, "T-1.time")).isEqualTo(end);
      assertThat(truth(process, "T-1.steps")).isEqualTo(step);
    }
    assertThat(spilled).as("both sides of the overflow were seen").isTrue();
    assertThat(process.measured(0)).isEqualTo(process.truth(0));
  }

  @Test
  void aFixedStepIsKeptHoweverTheTimeIsCut() throws IOException {
    Path fmu =
        workshop.fmu(ANY_STEP, FIXED_STEP, TYPES, "<DefaultExperiment stepSize=\"0.03\"/>" + TYPES);
    ProcessModel fine = opened.add(fmu, Map.of(), "T-1");
    ProcessModel coarse = opened.add(fmu, Map.of(), "T-1");

    for (int i = 0; i < 1_000; i++) {
      fine.step(0.01);
    }
    for (int i = 0; i < 10; i++) {
      coarse.step(1);
    }

    assertThat(truth(fine, "T-1.steps")).isEqualTo(333);
    assertThat(truth(fine, "T-1.time")).isEqualTo(332 * 30_000_000L / 1e9 + 0.03);
    for (int i = 0; i < fine.signals().size(); i++) {
      assertThat(fine.truth(i)).isEqualTo(coarse.truth(i));
    }
  }

  @Test
  void timeBeginsWhereTheFmuSays() throws IOException {
    Path fmu = workshop.fmu(TYPES, "<DefaultExperiment startTime=\"100\"/>" + TYPES);
    ProcessModel process = opened.add(fmu, Map.of(), "T-1");
    assertThat(truth(process, "T-1.time")).isEqualTo(100);
    process.step(0.5);
    assertThat(truth(process, "T-1.time")).isEqualTo(100.5);
  }

  @Test
  void aRestoredProcessGoesOnExactlyAsItDid() throws IOException {
    ProcessModel process = tanks(Map.of(), "T-1", "T-2");
    command(process, "T-2.tank_inflow", 60);
    levels(process, 100);
    ProcessModel.Snapshot snapshot = process.snapshot();
    List<Double> first = levels(process, 500);
    ProcessModel.Snapshot later = process.snapshot();
    command(process, "T-2.gear", 3);
    assertThat(levels(process, 500)).isNotEqualTo(first);

    process.restore(snapshot);
    assertThat(truth(process, "T-2.gear")).isEqualTo(1);
    assertThat(levels(process, 500)).isEqualTo(first);
    process.restore(later);
    assertThat(truth(process, "T-2.tank_level")).isEqualTo(first.getLast());
    process.restore(snapshot);
    assertThat(levels(process, 500)).isEqualTo(first);
  }

  private static List<Double> levels(ProcessModel process, int steps) {
    int level = process.index("T-2.tank_level");
    return IntStream.range(0, steps)
        .mapToObj(
            _ -> {
              process.step(0.01);
              return process.truth(level);
            })
        .toList();
  }

  @Test
  void timeThatIsStillDueIsRestoredToo() throws IOException {
    Path fmu =
        workshop.fmu(ANY_STEP, FIXED_STEP, TYPES, "<DefaultExperiment stepSize=\"0.03\"/>" + TYPES);
    ProcessModel process = opened.add(fmu, Map.of(), "T-1");
    process.step(0.05);
    ProcessModel.Snapshot snapshot = process.snapshot();
    process.step(0.01);
    assertThat(truth(process, "T-1.steps")).isEqualTo(2);
    process.restore(snapshot);
    assertThat(truth(process, "T-1.steps")).isEqualTo(1);
    process.step(0.01);
    assertThat(truth(process, "T-1.steps")).isEqualTo(2);
  }

  @Test
  void withoutItsStateOnlyTheBeginningCanBeRestored() throws IOException {
    Path fmu = workshop.fmu("canGetAndSetFMUstate=\"true\"", "canGetAndSetFMUstate=\"false\"");
    ProcessModel process = opened.add(fmu, Map.of("tank_area", 2.0), "T-2");
    ProcessModel.Snapshot begin = process.snapshot();
    List<Double> first = levels(process, 100);
    command(process, "T-2.tank_inflow", 90);
    ProcessModel.Snapshot later = process.snapshot();
    process.step(1);

    assertThatThrownBy(() -> process.restore(later))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(fmu.toString())
        .hasMessageContaining("canGetAndSetFMUstate");
    process.restore(begin);
    assertThat(truth(process, "T-2.tank_inflow")).isEqualTo(10);
    assertThat(levels(process, 100)).isEqualTo(first);
  }

  @Test
  void aSnapshotOfAnotherProcessIsRefused() throws IOException {
    ProcessModel.Snapshot other = tanks(Map.of(), "T-1").snapshot();
    ProcessModel process = tanks(Map.of(), "T-1");
    assertThatThrownBy(() -> process.restore(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected one of this process");
  }

  @ParameterizedTest
  @CsvSource({
    "tank_inflow, 250, 100",
    "tank_inflow, -3, 0",
    "tank_inflow, NaN, 0",
    "tank_inflow, Infinity, 0",
    "gear, 2.6, 3",
    "gear, 9, 5",
    "gear, NaN, 1",
    "pump_1_, 0.4, 0",
    "pump_1_, 7, 1",
    "pump_1_, NaN, 0",
    "pump_1_, Infinity, 0"
  })
  void commandsAreLimitedAndWhatIsNoNumberIsSafe(String input, double commanded, double taken)
      throws IOException {
    ProcessModel process = tanks(Map.of(), "T-1");
    command(process, "T-1." + input, commanded);
    assertThat(truth(process, "T-1." + input)).isEqualTo(taken);
    process.step(1);
    assertThat(truth(process, "T-1." + input)).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "area | 1 | expected one of [tank_area, tank_start, mode]",
        "tank_area | 0 | process unit T-1, tank_area 0.0: expected 0.1 to 100.0",
        "tank_start | -1 | tank_start -1.0: expected 0.0 to",
        "mode | 2.5 | process unit T-1, mode 2.5: expected a whole number"
      })
  void mistakesOfAPlantFileAreNamed(String parameter, double value, String told)
      throws IOException {
    Path fmu = workshop.fmu();
    assertThatThrownBy(() -> opened.add(fmu, Map.of(parameter, value), "T-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }

  @Test
  void aDeviceThatIsThereTwiceIsRefused() throws IOException {
    Path fmu = workshop.fmu();
    assertThatThrownBy(() -> opened.add(fmu, Map.of(), "T-1", "T-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("twice");
  }

  @Test
  void aModelThatCanBeThereOnceHasOneUnit() throws IOException {
    Path fmu = workshop.fmu(ANY_STEP, ANY_STEP + " canBeInstantiatedOnlyOncePerProcess=\"true\"");
    opened.add(fmu, Map.of(), "T-1");
    assertThatThrownBy(() -> opened.add(fmu, Map.of(), "T-1", "T-2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a second unit, T-2");
  }

  @Test
  void mistakesOfACallerAreNamed() throws IOException {
    ProcessModel process = tanks(Map.of(), "T-1");
    assertThatThrownBy(() -> command(process, "T-1.tank_level", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("T-1.tank_level is measured");
    for (double seconds : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> process.step(seconds))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected more than 0");
    }
  }

  @Test
  void aStepAllocatesNothing() throws IOException {
    ProcessModel process = tanks(Map.of(), "T-1", "T-2");
    Runnable run =
        () -> {
          for (int i = 0; i < 20_000; i++) {
            process.command(4, i % 100);
            process.step(0.01);
          }
        };
    run.run();

    assertThat(Allocation.bytesEachTime(run::run)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2, discard, 'a shorter scan of the plant, or a model that does not end by itself'",
    "3, error, inputs and parameters that the model can bear",
    "5, pending, inputs and parameters that the model can bear"
  })
  void aStepThatFailsIsToldAndCanBeUndone(int fault, String status, String expected)
      throws IOException {
    Path fmu = workshop.fmu();
    ProcessModel process = opened.add(fmu, Map.of(), "T-1");
    process.step(1);
    ProcessModel.Snapshot before = process.snapshot();
    command(process, "T-1.fault", fault);

    String told =
        "FMU %s: found %s of T-1 in fmi2DoStep of 0.25 s at 1.0 s (\"the tank has burst\"); expected %s"
            .formatted(fmu, status, expected);
    assertThatThrownBy(() -> process.step(0.25))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(told);
    assertThatThrownBy(() -> process.step(0.25)).hasMessage(told);
    process.restore(before);
    process.step(1);
    assertThat(truth(process, "T-1.time")).isEqualTo(2);
  }

  @Test
  void anFmuThatIsBrokenForGoodIsNotCalledAgain() throws IOException {
    ProcessModel process = tanks(Map.of(), "T-1");
    ProcessModel.Snapshot before = process.snapshot();
    command(process, "T-1.fault", 4);
    assertThatThrownBy(() -> process.step(1)).hasMessageContaining("found fatal of T-1");
    assertThatThrownBy(() -> process.restore(before)).hasMessageContaining("found fatal of T-1");
  }

  @Test
  void aClosedProcessKeepsItsLastValuesAndDoesNothingElse() throws IOException {
    ProcessModel process = tanks(Map.of(), "T-1");
    process.step(1);
    double level = truth(process, "T-1.tank_level");
    ProcessModel.Snapshot snapshot = process.snapshot();
    assertThat(opened.isLoaded()).isTrue();
    process.close();
    process.close();

    assertThat(opened.isLoaded()).as("the library is still mapped").isFalse();
    assertThat(truth(process, "T-1.tank_level")).isEqualTo(level);
    assertThatThrownBy(() -> process.step(1)).hasMessageContaining("is closed");
    assertThatThrownBy(() -> process.restore(snapshot)).hasMessageContaining("is closed");
    assertThatThrownBy(process::snapshot).hasMessageContaining("is closed");
  }

  @Test
  void anFmuThatHangsIsNotPulledAway() throws IOException, InterruptedException {
    ProcessModel process = tanks(Map.of("mode", 9.0), "T-1");
    Thread scan = Thread.ofPlatform().start(() -> process.step(1));
    await().until(() -> opened.find("hangs").isPresent());

    assertThatThrownBy(process::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a step that does not end");
    Files.createFile(opened.find("hangs").orElseThrow().resolveSibling("released"));
    scan.join();
    assertThat(truth(process, "T-1.steps")).isEqualTo(1);
  }
}
