package org.bumpless.plc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A scan each 10 ms; times are milliseconds. */
class LatenessTest {
  private final Lateness lateness = new Lateness(ms(10), Duration.ofMinutes(10));

  @Test
  void aPunctualScanIsNotLate() {
    for (long due = 0; due < 100; due += 10) {
      lateness.scanned(ms(due), ms(due));
    }

    assertThat(lateness.scans()).isEqualTo(10);
    assertThat(lateness.overruns()).isZero();
    assertThat(lateness.worstNanos()).isZero();
    assertThat(lateness.longestNanos(0, ms(100))).isZero();
  }

  @Test
  void aScanThatBeginsLaterThanAPeriodIsAnOverrun() {
    lateness.scanned(ms(0), ms(10));
    assertThat(lateness.overruns()).isZero();

    lateness.scanned(ms(10), ms(21));
    assertThat(lateness.overruns()).isEqualTo(1);
    assertThat(lateness.worstNanos()).isEqualTo(ms(11));
  }

  @Test
  void aStallIsCountedAsFarAsItFallsBetweenTheMoments() {
    lateness.scanned(ms(1_000), ms(1_250));

    assertThat(lateness.longestNanos(ms(0), ms(5_000))).isEqualTo(ms(250));
    assertThat(lateness.longestNanos(ms(1_100), ms(5_000))).isEqualTo(ms(150));
    assertThat(lateness.longestNanos(ms(0), ms(1_030))).isEqualTo(ms(30));
    assertThat(lateness.longestNanos(ms(1_100), ms(1_200))).isEqualTo(ms(100));
    assertThat(lateness.longestNanos(ms(0), ms(999))).isZero();
    assertThat(lateness.longestNanos(ms(1_251), ms(5_000))).isZero();
  }

  @Test
  void theScansThatCatchUpDoNotHideTheStall() {
    lateness.scanned(ms(1_000), ms(1_205));
    for (long due = 1_010; due < 1_205; due += 10) {
      lateness.scanned(ms(due), ms(1_206));
    }

    assertThat(lateness.longestNanos(0, ms(2_000))).isEqualTo(ms(205));
  }

  @Test
  void aStallIsStillKnownAfterThousandsOfScansThatWereALittleLate() {
    lateness.scanned(ms(1_000), ms(1_400));
    for (long due = 1_410; due < 300_000; due += 10) {
      lateness.scanned(ms(due), ms(due + 3));
    }

    assertThat(lateness.longestNanos(0, ms(300_000))).isEqualTo(ms(400));
  }

  @Test
  void whatIsOlderThanTenMinutesIsForgotten() {
    lateness.scanned(ms(1_000), ms(1_400));
    lateness.scanned(ms(601_610), ms(601_613));

    assertThat(lateness.longestNanos(0, ms(700_000))).isEqualTo(ms(3));
  }

  @Test
  void theOriginOfTheClockDoesNotMatter() {
    lateness.scanned(ms(-1_000), ms(-750));

    assertThat(lateness.longestNanos(ms(-5_000), ms(0))).isEqualTo(ms(250));
    assertThat(lateness.longestNanos(ms(0), ms(5_000))).isZero();
  }

  private static long ms(long millis) {
    return millis * 1_000_000;
  }
}
