package org.bumpless.runner.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.time.Tick;
import org.bumpless.plc.scan.PlantProcess;
import org.bumpless.plc.scan.ScanCycle;
import org.bumpless.plc.scan.Scanned;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
  private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");

  private final VirtualTime clock = new VirtualTime(BEGIN);
  private final List<String> diary = new ArrayList<>();

  private final class Still implements PlantProcess, Scanned {
    @Override
    public int index(String name) {
      throw new AssertionError("nothing is wired here");
    }

    @Override
    public double read(int index) {
      throw new AssertionError("nothing is wired here");
    }

    @Override
    public void write(int index, double value) {
      throw new AssertionError("nothing is wired here");
    }

    @Override
    public void step(double seconds) {
      // stands still
    }

    @Override
    public void restore() {
      // stands still
    }

    @Override
    public AssetId id() {
      return new AssetId("LIC-1");
    }

    @Override
    public Duration period() {
      return Duration.ofMillis(10);
    }

    @Override
    public void scan(Tick tick, long lateNanos) {
      diary.add("scan at " + clock.nanos() / 1_000_000 + " late " + lateNanos);
    }

    @Override
    public void publish() {
      // nobody looks
    }

    @Override
    public void restore(Tick tick) {
      // stands still
    }
  }

  private void drive() {
    Still plant = new Still();
    clock.drive(new ScanCycle(clock, plant, List.of(plant)));
    clock.afterBeat(nanos -> diary.add("after " + nanos / 1_000_000));
  }

  @Test
  void whoWaitsMovesThePlantOn() throws InterruptedException {
    drive();
    clock.await(Duration.ofMillis(25));
    assertThat(diary)
        .containsExactly(
            "scan at 0 late 0",
            "after 0",
            "scan at 10 late 0",
            "after 10",
            "scan at 20 late 0",
            "after 20");
    assertThat(clock.nanos()).isEqualTo(25_000_000);
    assertThat(clock.instant()).isEqualTo(BEGIN.plusMillis(25));
  }

  @Test
  void shortWaitsAddUpToTheSameBeats() throws InterruptedException {
    drive();
    for (int i = 0; i < 25; i++) {
      clock.await(Duration.ofMillis(1));
    }
    assertThat(diary).hasSize(6);
  }

  @Test
  void aMomentThatIsPastIsNotGoneBackTo() throws InterruptedException {
    drive();
    clock.awaitUntil(25_000_000);
    clock.awaitUntil(5_000_000);
    assertThat(clock.nanos()).isEqualTo(25_000_000);
  }

  @Test
  void nobodyElseWaits() {
    drive();
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () -> {
              try {
                clock.await(Duration.ofMillis(1));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    assertThatThrownBy(() -> other.orTimeout(5, TimeUnit.SECONDS).join())
        .hasMessageContaining("one thread does everything");
    assertThat(diary).isEmpty();
  }
}
