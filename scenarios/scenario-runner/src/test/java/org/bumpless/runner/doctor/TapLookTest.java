package org.bumpless.runner.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.bumpless.runner.wire.Sight;
import org.junit.jupiter.api.Test;

class TapLookTest {
  private static final long BEGIN = 1_800_000_000_000_000_000L;

  @Test
  void aFrameBetweenTheRequestAndItsAnswerIsWhatATapIsFor() {
    assertThat(TapLook.told(new Sight.Seen(BEGIN, BEGIN + 40_000, BEGIN + 240_000)))
        .startsWith("work: a request of the doctor's own")
        .contains("0.040 ms after it was sent, 0.200 ms before its answer")
        .endsWith("(CLOCK_REALTIME)");
  }

  @Test
  void aStampFromAnotherTimeIsTold() {
    assertThat(TapLook.told(new Sight.Seen(BEGIN, BEGIN - 5_000_000, BEGIN + 240_000)))
        .isEqualTo(
            "see requests, but the kernel's wall clock, which stamps them, is 5.000 ms off that of this JVM");
  }

  @Test
  void whoSeesNothingSaysWhy() {
    assertThat(TapLook.told(new Sight.Unseen("no frame of a request was seen within 2 s")))
        .isEqualTo("do not work: no frame of a request was seen within 2 s");
  }
}
