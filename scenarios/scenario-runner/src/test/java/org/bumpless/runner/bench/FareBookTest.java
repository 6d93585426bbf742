package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.engine.clock.ManualClock;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.FlowId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.station.Poll;
import org.bumpless.scenario.bench.HostStalls;
import org.bumpless.scenario.bench.Stations.Fare;
import org.bumpless.scenario.bench.Stations.Misses;
import org.bumpless.scenario.check.StationCheck;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.junit.jupiter.api.Test;

/** A station that polls each 100 ms and has as long for each answer; times are milliseconds. */
class FareBookTest {
  private static final Outcome OK = new Outcome.Answered(Map.of(), "");
  private static final Outcome GONE = new Outcome.NoReply("the far end closed the connection");
  private static final Duration MEMORY = Duration.ofMinutes(15);
  private static final Outcome BUSY = new Outcome.NoReply("still waiting");

  private final ManualClock clock = new ManualClock(Instant.EPOCH);
  private final History history = new History(entry -> {});
  private final Flow flow = flow("LIC-101");
  private long stallFrom;
  private long stallTo;
  private final HostStalls stalls =
      (from, to) -> Math.max(0, Math.min(to, ms(stallTo)) - Math.max(from, ms(stallFrom)));
  private final BusyTimes busy = new BusyTimes(MEMORY);
  private final FareBook book = new FareBook(history, clock, stalls::excuse, busy, MEMORY);

  @Test
  void pollsInTimeAreNoMiss() {
    answered(0, 3).answered(100, 100).answered(200, 2).at(250);

    assertThat(fare()).isEqualTo(new Fare(flow.id(), flow.client(), 3, 0, 0, 0, ""));
    assertThat(history.all(Entry.MissedPoll.class)).isEmpty();
  }

  @Test
  void aLateAnswerIsMissedAndNotLost() {
    answered(0, 3).answered(100, 130).answered(230, 2).at(250);

    assertThat(fare())
        .isEqualTo(new Fare(flow.id(), flow.client(), 3, 1, 0, 1, "LIC-101 late by 30 ms"));
    assertThat(history.all(Entry.MissedPoll.class))
        .extracting(Entry.MissedPoll::why)
        .containsExactly("late by 30 ms");
  }

  @Test
  void lateAnswersOfAHostWithoutAProcessorToSpareAreNobodysFault() {
    answered(0, 130).answered(130, 260).answered(260, 390).answered(400, 2).at(450);
    assertThat(StationCheck.noticedNothing(List.of(fare())).word()).isEqualTo("FAIL");

    busy.add(ms(0), ms(400), 0.02);

    assertThat(StationCheck.noticedNothing(List.of(fare())).word()).isEqualTo("INCONCLUSIVE");
    assertThat(StationCheck.lostNothingUnexcused(List.of(fare())).word()).isEqualTo("PASS");
  }

  @Test
  void aLostAnswerIsNotExcusedByABusyHost() {
    answered(0, 3).poll(100, 5, GONE, true).answered(200, 3).at(250);
    busy.add(ms(0), ms(400), 0.02);

    assertThat(StationCheck.noticedNothing(List.of(fare())).word()).isEqualTo("FAIL");
  }

  @Test
  void anAnswerThatNeverCameIsLost() {
    answered(0, 3).poll(100, 5, GONE, true).answered(200, 3).at(250);

    assertThat(fare().lost()).isEqualTo(1);
    assertThat(StationCheck.noticedNothing(List.of(fare())).word()).isEqualTo("FAIL");
  }

  @Test
  void pollsThatCouldNotBeSentBehindALateOneAreMissedAndNotLost() {
    answered(0, 210).poll(100, 110, BUSY, false).answered(200, 15).at(250);

    assertThat(fare().missed()).isEqualTo(2);
    assertThat(fare().lost()).isZero();
    assertThat(StationCheck.noticedNothing(List.of(fare())).word()).isEqualTo("PASS");
  }

  @Test
  void threeInARowAreCountedPerServerAndNotAcrossServers() {
    Flow other = flow("LIC-102");
    for (long due = 0; due < 200; due += 100) {
      book.polled(new Poll(flow, due / 100, ms(due), ms(due + 120), OK));
      book.polled(new Poll(other, due / 100, ms(due), ms(due + 120), OK));
    }
    at(250);

    assertThat(fare().missed()).isEqualTo(4);
    assertThat(fare().longestMiss()).isEqualTo(2);
  }

  @Test
  void aServerThatWasNotPolledAtAllMakesTheFlowSayNothing() {
    Flow other = flow("LIC-102");
    answered(0, 1).answered(1_000, 1);
    book.polled(new Poll(other, 0, ms(0), ms(1), OK));
    clock.advance(Duration.ofMillis(80));

    assertThat(book.since(ms(50))).extracting(Fare::planned).containsExactly(0L);
  }

  @Test
  void onlyWhatWasDueSinceTheMomentCounts() {
    answered(0, 150).answered(200, 3).at(250);

    assertThat(book.since(ms(100)).getFirst())
        .isEqualTo(new Fare(flow.id(), flow.client(), 1, 0, 0, 0, ""));
  }

  @Test
  void pollsThatHangUnansweredAreMissedAlready() {
    answered(0, 3).at(199);
    assertThat(fare().missed()).as("the poll of 100 ms has until 200 ms").isZero();

    at(520);
    assertThat(fare())
        .isEqualTo(new Fare(flow.id(), flow.client(), 5, 4, 0, 4, "LIC-101 has not answered yet"));
    assertThat(StationCheck.noticedNothing(List.of(fare())).word()).isEqualTo("FAIL");
  }

  @Test
  void whatWasLateWhileTheHostStoodStillIsNotBlamedOnAnybody() {
    stallFrom = 90;
    stallTo = 400;
    answered(0, 3);
    poll(100, 310, OK, true).poll(200, 210, BUSY, false).poll(300, 110, BUSY, false);
    answered(400, 20).at(450);

    assertThat(fare().missed()).isEqualTo(3);
    assertThat(fare().longestMiss()).isEqualTo(3);
    assertThat(fare().blamed()).isEqualTo(new Misses(0, 0, 0));
    assertThat(StationCheck.noticedNothing(List.of(fare())).word()).isEqualTo("INCONCLUSIVE");
  }

  @Test
  void aStallAtAnotherTimeExcusesNothing() {
    stallFrom = 1_000;
    stallTo = 1_400;
    answered(0, 3);
    poll(100, 310, OK, true).poll(200, 210, BUSY, false).poll(300, 110, BUSY, false);
    answered(400, 20).at(450);

    assertThat(fare().blamed()).isEqualTo(new Misses(3, 0, 3));
    assertThat(StationCheck.noticedNothing(List.of(fare())).word()).isEqualTo("FAIL");
  }

  @Test
  void aStallOfAQuarterOfTheDeadlineExcusesNothing() {
    stallFrom = 100;
    stallTo = 125;
    answered(0, 3).answered(100, 130).at(250);
    assertThat(fare().blamed().missed()).isEqualTo(1);

    stallTo = 126;
    assertThat(fare().blamed().missed()).isZero();
  }

  @Test
  void aLostPollNeedsALongStallForAnExcuse() {
    stallFrom = 100;
    stallTo = 350;
    answered(0, 3).poll(100, 900, GONE, true).answered(1_000, 1).at(1_050);
    assertThat(fare().blamed().lost()).as("a quarter of a second").isEqualTo(1);

    stallTo = 351;
    assertThat(fare().blamed().lost()).isZero();
  }

  @Test
  void afterAnExcusedLossALineHasTimeToConnectAgainAndNoMore() {
    stallFrom = 100;
    stallTo = 500;
    poll(100, 400, GONE, true).poll(1_000, 1, GONE, true).at(1_050);
    assertThat(fare().blamed().lost()).isZero();

    poll(1_600, 1, GONE, true).at(1_650);
    assertThat(fare().blamed().lost()).isEqualTo(1);
  }

  @Test
  void whatIsHeldBackByAnExcusedLossIsExcusedHoweverLongTheLineWaits() {
    stallFrom = 100;
    stallTo = 500;
    poll(100, 400, GONE, true).poll(1_000, 1, BUSY, false).poll(2_500, 1, BUSY, false).at(2_550);
    assertThat(fare().blamed()).isEqualTo(new Misses(0, 0, 0));

    poll(2_600, 1, GONE, true).poll(2_700, 1, BUSY, false).at(2_750);
    assertThat(fare().blamed()).isEqualTo(new Misses(2, 1, 2));
  }

  @Test
  void whatIsHeldBackByALossThatNothingExcusesIsBlamedToo() {
    stallFrom = 300;
    stallTo = 700;
    answered(0, 1).poll(100, 1, GONE, true).poll(400, 1, BUSY, false).at(450);

    assertThat(fare().blamed()).isEqualTo(new Misses(2, 1, 2));
  }

  @Test
  void theReasonIsThatOfTheFirstMissThatIsNotExcused() {
    stallFrom = 100;
    stallTo = 200;
    answered(100, 130).poll(300, 1, GONE, true).at(350);

    assertThat(fare().why()).isEqualTo("LIC-101 the far end closed the connection");
  }

  @Test
  void oldPollsAreForgottenAndTheRestStaysRight() {
    long kept = MEMORY.toMillis() / 100 + 1;
    for (long i = 0; i < kept + 10; i++) {
      poll(100 * i, i < 10 ? 900 : 1, OK, true);
    }
    at(100L * (kept + 10));

    assertThat(fare().planned()).isEqualTo(kept);
    assertThat(fare().missed()).isZero();
  }

  private FareBookTest answered(long due, long took) {
    return poll(due, took, OK, true);
  }

  private FareBookTest poll(long due, long took, Outcome outcome, boolean sent) {
    book.polled(new Poll(flow, due / 100, ms(due), ms(due + took), outcome, sent));
    return this;
  }

  private void at(long millis) {
    clock.advance(Duration.ofNanos(ms(millis) - clock.nanos()));
  }

  private Fare fare() {
    return book.since(0).getFirst();
  }

  private static Flow flow(String server) {
    AssetId id = new AssetId(server);
    return new Flow(
        new FlowId("aggregation"),
        new AssetId("AGG-1"),
        id,
        Protocol.OPC_UA,
        List.of(new TagId(id, "PV")),
        false,
        Optional.of(Duration.ofMillis(100)),
        Duration.ofMillis(100));
  }

  private static long ms(long millis) {
    return millis * 1_000_000;
  }
}
