package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Plant;
import org.bumpless.scenario.bench.Process.Point;
import org.bumpless.scenario.bench.Process.Series;
import org.junit.jupiter.api.Test;

class RecordedProcessTest {
  private static final String LEVEL = "T-101.level";
  private static final long SCAN_NANOS = 10_000_000L;
  private static final long EVERY_NANOS = 20_000_000L;
  private static final int KEPT = 15_000;

  private final RecordedProcess process;

  RecordedProcessTest() throws BadFileException {
    Plant plant = PlantFile.read(Path.of("../plants/tank-farm.yaml"));
    process = new RecordedProcess(ProcessModels.installed().create(plant.process(), 1));
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
  void anUnknownSignalIsRefusedWithThoseThereAre() {
    process.afterScan(0);

    assertThatThrownBy(() -> process.since(0, List.of("T-999.level")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("T-999.level");
  }
}
