package org.bumpless.plc.st.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.Tag;
import org.bumpless.plc.scan.ControlProgram;
import org.bumpless.plc.scan.ControllerProgram;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The level loop on a tank of 1000 l with a steady demand of 20 l/s and up to 80 l/s in. */
class LevelLoopTest {
  private static final double SCAN_SECONDS = 0.01;

  private static final int IN_LEVEL = 0;
  private static final int IN_FLOW_IN = 1;
  private static final int IN_FLOW_OUT = 2;
  private static final int IN_PUMP_SPEED = 3;
  private static final int IN_SPILLED = 4;
  private static final int IN_DRY_RUN = 5;
  private static final int OUT_VALVE = 0;
  private static final int OUT_PUMP = 1;

  private final List<Tag> tags;
  private final ControllerProgram program;
  private final ControlProgram loop;
  private final TestImage image;
  private double level = 50;

  LevelLoopTest() throws Exception {
    Plant plant = PlantFile.read(Path.of("../../scenarios/plants/tank-farm.yaml"));
    tags = plant.assets(Asset.Controller.class).getFirst().tags();
    program = new StructuredText().compile(plant.program("level-loop").orElseThrow());
    loop = program.create(tags);
    image = new TestImage(tags, 6, 2);
  }

  @Test
  void bringsTheLevelToTheSetPointAndKeepsItThere() {
    set("SP", 62);
    run(120);
    double lowest = 100;
    double highest = 0;
    for (int i = 0; i < 3_000; i++) {
      run(SCAN_SECONDS);
      lowest = Math.min(lowest, level);
      highest = Math.max(highest, level);
    }

    assertThat(lowest).isGreaterThan(61.5);
    assertThat(highest).isLessThan(62.5);
    assertThat(get("OUT")).as("what the demand takes").isBetween(24.0, 26.0);
  }

  @Test
  void byHandTheValveStaysWhereTheOperatorPutIt() {
    set("MODE", 0);
    set("OUT", 40);
    run(5);

    assertThat(valve()).isEqualTo(40);
    assertThat(get("OUT")).isEqualTo(40);
    assertThat(level).as("nobody holds it").isGreaterThan(52);
  }

  @Test
  void theChangeFromHandToAutomaticGivesNoKick() {
    run(20);
    set("MODE", 0);
    set("SP", 80);
    run(3);
    double before = valve();
    set("MODE", 1);
    run(SCAN_SECONDS);

    assertThat(Math.abs(valve() - before)).isLessThan(1);
  }

  @Test
  void shutDownClosesTheValveInEitherModeAndKeepsTheCommandForAfterwards() {
    set("MODE", 0);
    set("OUT", 40);
    set("ESD", 1);
    run(1);
    assertThat(valve()).isZero();
    assertThat(get("OUT")).isEqualTo(40);

    set("ESD", 0);
    run(1);
    assertThat(valve()).isEqualTo(40);

    set("MODE", 1);
    set("ESD", 1);
    run(1);
    assertThat(valve()).isZero();
  }

  @Test
  void inShutDownThePumpRunsUntilTheLevelIsLow() {
    set("ESD", 1);
    level = 10.1;
    scan();
    assertThat(pump()).isEqualTo(1);

    level = 9.9;
    scan();
    assertThat(pump()).isZero();

    set("ESD", 0);
    scan();
    assertThat(pump()).as("without shut-down it is the operator's").isEqualTo(1);

    set("PUMP_ON", 0);
    scan();
    assertThat(pump()).isZero();
  }

  @ParameterizedTest(name = "OUT {0} with OUT_MAX {1} opens the valve to {2}")
  @CsvSource({
    "40, 100, 40",
    "500, 100, 100",
    "-5, 100, 0",
    "NaN, 100, 0",
    "80, 30, 30",
    "80, 0, 0",
    "80, -1, 80",
    "80, 500, 80",
    "80, NaN, 80",
  })
  void commandsAreHeldInsideTheirLimits(double out, double outMax, double opens) {
    set("MODE", 0);
    set("OUT", out);
    set("OUT_MAX", outMax);
    scan();

    assertThat(valve()).isEqualTo(opens);
  }

  @RepeatedTest(20)
  void whateverIsWrittenTheOutputsStayWhatActuatorsTake(RepetitionInfo repetition) {
    long seed = 104_729L * repetition.getCurrentRepetition();
    Random random = new Random(seed);
    String[] written = {"SP", "OUT", "MODE", "KP", "TI", "OUT_MAX", "ESD", "PUMP_ON"};
    for (int i = 0; i < 2_000; i++) {
      double value =
          switch (random.nextInt(6)) {
            case 0 -> Double.NaN;
            case 1 -> Float.MAX_VALUE;
            case 2 -> Double.NEGATIVE_INFINITY;
            case 3 -> 0;
            default -> 200 * random.nextGaussian();
          };
      set(written[random.nextInt(written.length)], value);
      run(SCAN_SECONDS);

      assertThat(valve()).as("valve, seed %d, scan %d", seed, i).isBetween(0.0, 100.0);
      assertThat(pump()).as("pump, seed %d, scan %d", seed, i).isIn(0.0, 1.0);
    }
  }

  @Test
  void theIntegralDoesNotWindUpBehindALimit() {
    set("OUT_MAX", 10);
    set("SP", 60);
    run(100);
    set("OUT_MAX", 100);
    set("SP", 5);
    level = 50;
    run(2);

    assertThat(valve()).as("closes soon, though it asked for more all the time").isLessThan(1);
  }

  @Test
  void showsWhatTheInstrumentsSay() {
    level = 91;
    image.inputs[IN_FLOW_IN] = 33.5;
    image.inputs[IN_FLOW_OUT] = 20.25;
    image.inputs[IN_PUMP_SPEED] = 88;
    image.inputs[IN_SPILLED] = 12;
    image.inputs[IN_DRY_RUN] = 2.5;
    scan();

    assertThat(get("PV")).isEqualTo(91);
    assertThat(get("FLOW_IN")).isEqualTo(33.5);
    assertThat(get("FLOW_OUT")).isEqualTo(20.25);
    assertThat(get("PUMP_SPEED")).isEqualTo(88);
    assertThat(get("SPILLED")).isEqualTo(12);
    assertThat(get("DRY_RUN")).isEqualTo(1);
    assertThat(get("HIHI")).isEqualTo(1);
    assertThat(get("LOLO")).isZero();

    level = 9;
    image.inputs[IN_DRY_RUN] = 2;
    scan();
    assertThat(get("HIHI")).isZero();
    assertThat(get("LOLO")).isEqualTo(1);
    assertThat(get("DRY_RUN")).isZero();
  }

  @Test
  void itsWiresAreInTheOrderInWhichItDeclaresThem() {
    assertThat(program.inputs())
        .containsExactly("LEVEL", "INFLOW", "OUTFLOW", "SPEED", "OVER_RIM", "DRY_FOR");
    assertThat(program.outputs()).containsExactly("VALVE", "PUMP");
  }

  private void run(double seconds) {
    for (int i = 0; i < Math.round(seconds / SCAN_SECONDS); i++) {
      scan();
      level += (0.8 * valve() - 20) / 10 * SCAN_SECONDS;
      level = Math.clamp(level, 0, 100);
    }
  }

  private void scan() {
    image.inputs[IN_LEVEL] = level;
    loop.scan(image, SCAN_SECONDS);
  }

  private double valve() {
    return image.outputs[OUT_VALVE];
  }

  private double pump() {
    return image.outputs[OUT_PUMP];
  }

  private void set(String tag, double value) {
    image.set(slot(tag), value);
  }

  private double get(String tag) {
    return image.get(slot(tag));
  }

  private int slot(String tag) {
    return IntStream.range(0, tags.size())
        .filter(i -> tags.get(i).id().name().equals(tag))
        .findFirst()
        .orElseThrow();
  }
}
