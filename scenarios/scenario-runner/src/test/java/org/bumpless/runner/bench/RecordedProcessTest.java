package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.engine.fault.FaultyProcess;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Plant;
import org.bumpless.scenario.bench.Field;
import org.bumpless.scenario.bench.Process.Point;
import org.bumpless.scenario.bench.Process.Series;
import org.bumpless.scenario.process.Suffered;
import org.junit.jupiter.api.Test;

class RecordedProcessTest {
  private static final String LEVEL = "T-101.level";
  private static final long SCAN_NANOS = 10_000_000L;
  private static final long EVERY_NANOS = 20_000_000L;
  private static final int KEPT = 15_000;

  private final RecordedProcess process;

  RecordedProcessTest() throws BadFileException {
    Plant plant = PlantFile.read(Path.of("../plants/tank-farm.yaml"));
    process =
        new RecordedProcess(
            new FaultyProcess(ProcessModels.installed().create(plant.process(), 1), 1));
  }

  @Test
  void nothingIsKnownBeforeTheFirstScan() {
    assertThatThrownBy(() -> process.now(LEVEL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the plant has not scanned yet");
    assertThat(process.since(0, List.of(LEVEL)).getFirst().points()).isEmpty();
  }

  @Test
  void recordsFiftyTimesASecondWhateverTheScan() {
    for (long nanos = 0; nanos < 1_000_000_000L; nanos += SCAN_NANOS) {
      process.afterScan(nanos);
    }

    Series level = process.since(0, List.of(LEVEL)).getFirst();
    assertThat(level.signal()).isEqualTo(LEVEL);
    assertThat(level.unit()).isEqualTo("%");
    assertThat(level.points()).hasSize(50);
    assertThat(level.points()).extracting(Point::nanos).isSorted().contains(0L, EVERY_NANOS);
  }

  @Test
  void givesWhatWasRecordedSinceAMomentTheMomentIncluded() {
    for (long i = 0; i < 10; i++) {
      process.afterScan(i * EVERY_NANOS);
    }

    assertThat(process.since(7 * EVERY_NANOS, List.of(LEVEL)).getFirst().points())
        .extracting(Point::nanos)
        .containsExactly(7 * EVERY_NANOS, 8 * EVERY_NANOS, 9 * EVERY_NANOS);
  }

  @Test
  void recordsTheTruthAndNotTheInstrumentsNoise() {
    process.afterScan(0);

    assertThat(process.now(LEVEL)).isEqualTo(50.0);
    assertThat(process.since(0, List.of(LEVEL)).getFirst().points())
        .containsExactly(new Point(0, 50.0));
  }

  @Test
  void followsTheProcessAndIsBroughtBackWithIt() {
    process.write(process.index("T-101.valve"), 100);
    for (long i = 0; i < 500; i++) {
      process.step(0.01);
      process.afterScan(i * SCAN_NANOS);
    }
    assertThat(process.now(LEVEL)).isGreaterThan(60);

    process.restore();
    process.afterScan(10_000_000_000L);
    assertThat(process.now(LEVEL)).isEqualTo(50.0);
  }

  @Test
  void keepsFiveMinutesAndForgetsWhatIsOlder() {
    for (long i = 0; i < KEPT + 100; i++) {
      process.afterScan(i * EVERY_NANOS);
    }

    List<Point> points = process.since(0, List.of(LEVEL)).getFirst().points();
    assertThat(points).hasSize(KEPT);
    assertThat(points.getFirst().nanos()).isEqualTo(100 * EVERY_NANOS);
    assertThat(points.getLast().nanos()).isEqualTo((KEPT + 99) * EVERY_NANOS);
  }

  @Test
  void whatTheProcessSufferedIsTakenFromWhatWasRecorded() {
    run(0, 100);
    assertThat(process.suffered(0)).isEqualTo(Suffered.NOTHING);

    process.write(process.index("T-101.valve"), 100);
    run(100, 1_300);
    double spilled = process.now("T-101.spilled");
    assertThat(spilled).isGreaterThan(50);
    assertThat(process.suffered(0).lost())
        .containsExactly(new Suffered.Amount("T-101.spilled", "l", spilled));

    process.restore();
    process.write(process.index("T-101.valve"), 0);
    run(1_300, 5_300);
    Suffered later = process.suffered(1_300 * SCAN_NANOS);
    assertThat(later.lost()).isEmpty();
    assertThat(later.outside()).hasSize(1);
    assertThat(later.outside().getFirst().signal()).isEqualTo(LEVEL);
    assertThat(later.outside().getFirst().value()).isBetween(1.0, 35.0);
    assertThat(process.suffered(5_400 * SCAN_NANOS)).isEqualTo(Suffered.NOTHING);
  }

  @Test
  void aBrokenWireLiesUntilItIsMended() {
    BenchField field = new BenchField(process);
    int level = process.index(LEVEL);
    int valve = process.index("T-101.valve");
    run(0, 100);
    field.fault(LEVEL, new Field.Fault.SensorStuck());
    field.fault("T-101.valve", new Field.Fault.ActuatorStuck());
    field.fault("T-102.level", new Field.Fault.SensorReplay(1));
    run(100, 101);
    double stuck = process.read(level);
    double[] replayed = shown("T-102.level", 101, 100);
    assertThat(shown("T-102.level", 201, 100)).isEqualTo(replayed).doesNotContain(stuck);
    process.write(valve, 100);
    run(301, 600);
    assertThat(process.read(level)).isEqualTo(stuck);
    assertThat(process.now("T-101.valve")).isEqualTo(25);

    field.repairAll();
    run(600, 1_000);
    assertThat(process.read(level)).isGreaterThan(stuck + 10);

    field.fault(LEVEL, new Field.Fault.SensorStuck());
    run(1_000, 1_001);
    process.restore();
    run(1_001, 1_002);
    assertThat(process.read(level)).isCloseTo(50, within(1.0));
  }

  @Test
  void aFaultThatAWireCannotHaveIsRefused() {
    BenchField field = new BenchField(process);

    assertThatThrownBy(() -> field.fault("T-101.valve", new Field.Fault.SensorStuck()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("T-101.valve");
    assertThatThrownBy(() -> field.fault(LEVEL, new Field.Fault.SensorReplay(31)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("31.0");
  }

  private void run(int from, int to) {
    for (long i = from; i < to; i++) {
      process.step(0.01);
      process.afterScan(i * SCAN_NANOS);
    }
  }

  private double[] shown(String signal, int from, int scans) {
    double[] series = new double[scans];
    for (int i = 0; i < scans; i++) {
      run(from + i, from + i + 1);
      series[i] = process.read(process.index(signal));
    }
    return series;
  }

  @Test
  void anUnknownSignalIsRefusedWithThoseThereAre() {
    process.afterScan(0);

    assertThatThrownBy(() -> process.since(0, List.of("T-999.level")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("T-999.level");
  }
}
