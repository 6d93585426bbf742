package org.bumpless.scenario.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.SafetyEvent;
import org.bumpless.plant.model.SafetyFunction;
import org.bumpless.plant.model.SafetyFunction.FinalElement;
import org.bumpless.plant.model.SafetyFunction.Range;
import org.bumpless.plant.model.SafetyFunction.Trip;
import org.bumpless.plant.model.Voting;
import org.bumpless.plant.time.Tick;
import org.bumpless.scenario.bench.HostStalls;
import org.bumpless.scenario.bench.Process.Point;
import org.bumpless.scenario.bench.Process.Series;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;

class SafetyCheckTest {
  private static final long SECOND = 1_000_000_000L;
  private static final AssetId SIS = new AssetId("SIS-1");
  private static final SafetyFunction FUNCTION =
      new SafetyFunction(
          "PSHH-1",
          "Vessel bursts",
          SIS,
          List.of("R-1.a", "R-1.b", "R-1.c"),
          new Range(0, 4_000),
          Voting.TWO_OUT_OF_THREE,
          new Trip(Trip.Side.ABOVE, 2_950),
          Duration.ZERO,
          List.of(new FinalElement("R-1.sdv", 1, 0)),
          Duration.ZERO,
          Duration.ofSeconds(2));

  private final History history = new History(entry -> {});

  /** A signal that passes the limit after so many seconds; never if negative. */
  private static Series passing(String signal, long second) {
    return new Series(
        signal,
        "kPa",
        LongStream.range(0, 20)
            .mapToObj(s -> new Point(s * SECOND, second >= 0 && s >= second ? 3_000 : 2_700))
            .toList());
  }

  private static List<Series> truth(long a, long b, long c) {
    return List.of(passing("R-1.a", a), passing("R-1.b", b), passing("R-1.c", c));
  }

  private void trips(long second) {
    history.append(
        new Entry.Safety(
            new SafetyEvent(
                second * SECOND,
                new Tick(second * 10, 100_000_000),
                SIS,
                "PSHH-1",
                SafetyEvent.Kind.TRIP,
                "2oo3")));
  }

  private Verdict inTime(List<Series> truth) {
    return SafetyCheck.trippedInTime(history, HostStalls.NONE, 0, FUNCTION, truth);
  }

  @Test
  void aTripWithinTheProcessSafetyTimePasses() {
    trips(7);
    assertThat(inTime(truth(3, 5, -1))).isEqualTo(new Verdict.Pass());
  }

  @Test
  void aLateTripFailsWithItsFigures() {
    trips(8);
    assertThat(inTime(truth(3, 5, -1)))
        .isEqualTo(
            new Verdict.Fail(
                "PSHH-1 tripped 3000 ms after its demand; its process safety time is 2000 ms"));
  }

  @Test
  void aLateTripOnAHostThatStoodStillIsOpen() {
    trips(8);
    assertThat(
            SafetyCheck.trippedInTime(history, (from, to) -> SECOND, 0, FUNCTION, truth(5, 5, 5)))
        .isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void noTripFails() {
    assertThat(inTime(truth(3, 5, -1)))
        .isEqualTo(new Verdict.Fail("PSHH-1 was demanded and has not tripped"));
  }

  @Test
  void withoutADemandNothingIsShown() {
    trips(7);
    assertThat(inTime(truth(3, -1, -1))).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(inTime(List.of())).isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void tellsWhetherItHasTripped() {
    assertThat(SafetyCheck.notTripped(history, 0, FUNCTION)).isEqualTo(new Verdict.Pass());
    trips(7);
    assertThat(SafetyCheck.notTripped(history, 0, FUNCTION))
        .isEqualTo(new Verdict.Fail("PSHH-1 has tripped: Vessel bursts"));
    assertThat(SafetyCheck.notTripped(history, 8 * SECOND, FUNCTION)).isEqualTo(new Verdict.Pass());
  }
}
