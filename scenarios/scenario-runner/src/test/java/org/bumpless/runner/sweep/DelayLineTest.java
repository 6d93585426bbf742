package org.bumpless.runner.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.bumpless.plant.engine.random.SeededStream;
import org.junit.jupiter.api.Test;

class DelayLineTest {
  private static final long TELEGRAM = 1_000;
  private static final long SEED = 7;

  @Test
  void withoutADelayAValueIsThereAtOnce() {
    DelayLine line = line(Passage.FREE);
    line.send(5, 1.5);
    assertThat(line.take(5)).hasValue(1.5);
    assertThat(line.take(6)).isEmpty();
    assertThat(line.read(7)).isEqualTo(1.5);
  }

  @Test
  void aValueIsLateByTheDelayToTheNanosecond() {
    DelayLine line = line(Passage.delay(300));
    line.send(0, 1);
    line.send(TELEGRAM, 2);
    assertThat(line.take(299)).isEmpty();
    assertThat(line.take(300)).hasValue(1);
    assertThat(line.take(TELEGRAM + 299)).isEmpty();
    assertThat(line.take(TELEGRAM + 300)).hasValue(2);
  }

  @Test
  void theFirstValueStandsUntilAnotherArrives() {
    DelayLine line = line(Passage.CUT);
    line.send(0, 4);
    line.send(TELEGRAM, 5);
    assertThat(line.read(1_000_000)).isEqualTo(4);
  }

  @Test
  void aTelegramIsLostWholeAndTheLastValueStands() {
    DelayLine line = line(Passage.loss(0.5));
    int lost = 0;
    double standing = 0;
    for (int telegram = 0; telegram < 1_000; telegram++) {
      long begin = telegram * TELEGRAM;
      line.send(begin, telegram);
      OptionalDouble first = line.take(begin);
      line.send(begin + 500, telegram + 0.5);
      OptionalDouble second = line.take(begin + 500);
      assertThat(second.isPresent()).as("seed %d", SEED).isEqualTo(first.isPresent());
      lost += first.isPresent() ? 0 : 1;
      standing = second.orElse(standing);
      assertThat(line.read(begin + 500)).as("seed %d", SEED).isEqualTo(standing);
    }
    assertThat(lost).as("seed %d", SEED).isBetween(400, 600);
  }

  @Test
  void jitterStaysInsideItsWidthAndNothingOvertakes() {
    DelayLine line = line(Passage.jitter(3_000));
    List<Double> arrived = new ArrayList<>();
    for (long now = 0; now < 100 * TELEGRAM; now += 10) {
      if (now % TELEGRAM == 0) {
        line.send(now, (double) now);
      }
      double at = now;
      line.take(now)
          .ifPresent(
              sent -> {
                assertThat(at - sent).as("seed %d", SEED).isBetween(0.0, 6_010.0);
                arrived.add(sent);
              });
    }
    assertThat(arrived).as("seed %d", SEED).isSorted().hasSizeGreaterThan(20);
  }

  @Test
  void theSameSeedGivesTheSameArrivals() {
    assertThat(arrivals()).isEqualTo(arrivals());
  }

  private static List<Double> arrivals() {
    DelayLine line = line(new Passage(2_000, 1_500, 0.2));
    List<Double> seen = new ArrayList<>();
    for (long now = 0; now < 50 * TELEGRAM; now += TELEGRAM) {
      line.send(now, (double) now);
      seen.add(line.read(now));
    }
    return seen;
  }

  @Test
  void noTelegramArrivesBeforeItIsSent() {
    assertThatThrownBy(() -> new Passage(10, 11, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("jitter up to the delay");
  }

  private static DelayLine line(Passage passage) {
    return new DelayLine(passage, TELEGRAM, new SeededStream(SEED, "line"));
  }
}
