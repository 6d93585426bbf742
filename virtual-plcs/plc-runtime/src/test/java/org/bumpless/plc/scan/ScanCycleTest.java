package org.bumpless.plc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.engine.clock.JumpingClock;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.time.Tick;
import org.junit.jupiter.api.Test;

class ScanCycleTest {
  private final List<String> diary = new ArrayList<>();
  private final JumpingClock clock = new JumpingClock(Instant.EPOCH);
  private final PlantProcess process =
      new PlantProcess() {
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
          diary.add("process " + seconds);
        }

        @Override
        public void restore() {
          diary.add("process back");
        }
      };

  private final class Listed implements Scanned {
    private final String name;
    private final int millis;

    Listed(String name, int millis) {
      this.name = name;
      this.millis = millis;
    }

    @Override
    public AssetId id() {
      return new AssetId(name);
    }

    @Override
    public Duration period() {
      return Duration.ofMillis(millis);
    }

    @Override
    public void scan(Tick tick, long lateNanos) {
      diary.add("%s %d late %d".formatted(name, tick.index(), lateNanos));
    }

    @Override
    public void publish() {
      diary.add(name + " shown");
    }

    @Override
    public void restore(Tick tick) {
      diary.add(name + " back");
    }
  }

  @Test
  void shorterPeriodsScanFirstAndEachAtItsOwnPace() {
    ScanCycle cycle =
        new ScanCycle(
            clock,
            process,
            List.of(new Listed("SLOW", 30), new Listed("A", 10), new Listed("B", 10)));
    for (int i = 0; i < 4; i++) {
      cycle.beat(0);
    }
    assertThat(diary)
        .containsExactly(
            "process 0.01",
            "A 0 late 0",
            "B 0 late 0",
            "SLOW 0 late 0",
            "process 0.01",
            "A 1 late 0",
            "B 1 late 0",
            "process 0.01",
            "A 2 late 0",
            "B 2 late 0",
            "process 0.01",
            "A 3 late 0",
            "B 3 late 0",
            "SLOW 1 late 0");
    assertThat(cycle.longestBeats()).isEqualTo(3);
  }

  @Test
  void onlyWhoHasScannedIsShown() {
    ScanCycle cycle =
        new ScanCycle(clock, process, List.of(new Listed("A", 10), new Listed("SLOW", 20)));
    cycle.beat(0);
    cycle.beat(0);
    diary.clear();
    cycle.publish();
    assertThat(diary).containsExactly("A shown");
  }

  @Test
  void eachIsToldHowLateItIs() {
    ScanCycle cycle = new ScanCycle(clock, process, List.of(new Listed("A", 10)));
    clock.spend(Duration.ofNanos(700));
    cycle.beat(200);
    assertThat(diary).contains("A 0 late 500");
  }
}
