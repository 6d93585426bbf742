package org.bumpless.runner.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.bumpless.plant.time.NanoClock;
import org.junit.jupiter.api.Test;

class DoctorTest {
  @Test
  void theSmallestStepOfAClockIsWhatItsReadingsDifferBy() {
    AtomicLong readings = new AtomicLong();
    NanoClock coarse =
        new NanoClock() {
          @Override
          public long nanos() {
            return readings.getAndIncrement() / 7 * 40;
          }

          @Override
          public Instant instant() {
            return Instant.EPOCH;
          }

          @Override
          public void awaitUntil(long nanos) {}
        };

    assertThat(Doctor.smallestStep(coarse)).isEqualTo(40);
  }
}
