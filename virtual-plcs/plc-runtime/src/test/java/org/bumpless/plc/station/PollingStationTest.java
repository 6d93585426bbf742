package org.bumpless.plc.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bumpless.plant.engine.clock.ManualClock;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.FlowId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.testing.TestClient;
import org.bumpless.plc.testing.TestClient.FarEnd;
import org.bumpless.plc.testing.TestClient.Reaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Stations that poll each 100 ms, on a clock that the test moves in steps of 10 ms. */
class PollingStationTest {
  private static final AssetId STATION = new AssetId("HMI-9");
  private static final Duration STEP = Duration.ofMillis(10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Outcome GONE = new Outcome.NoReply("connection refused");

  private final ManualClock clock = new ManualClock(Instant.EPOCH);
  private final List<Poll> polls = Collections.synchronizedList(new ArrayList<>());
  private final List<String> diary = Collections.synchronizedList(new ArrayList<>());
  private final List<PollingStation> open = new ArrayList<>();
  private final AtomicInteger clients = new AtomicInteger();
  private volatile FarEnd far = (operation, nanos) -> answer(0);
  private int lines;

  @AfterEach
  void closeAll() {
    open.forEach(PollingStation::close);
  }

  @Test
  void pollsAreDueAtFixedTimes() {
    far = (operation, nanos) -> answer(30);
    station("LIC-1");
    pass(350);

    assertThat(polls).extracting(Poll::cycle).containsExactly(0L, 1L, 2L, 3L);
    assertThat(polls)
        .extracting(Poll::intendedNanos)
        .containsExactly(ms(0), ms(100), ms(200), ms(300));
    assertThat(polls)
        .extracting(Poll::doneNanos)
        .containsExactly(ms(30), ms(130), ms(230), ms(330));
    assertThat(polls).allMatch(Poll::inTime).allMatch(Poll::sent);
  }

  @Test
  void linesTakeTheirTurnsWithinOnePeriod() {
    station("LIC-1", "LIC-2", "LIC-3");
    pass(150);

    assertThat(polls)
        .extracting(Poll::intendedNanos)
        .containsExactlyInAnyOrder(ms(0), ms(5), ms(10), ms(100), ms(105), ms(110));
  }

  @Test
  void manyLinesShareThePeriod() {
    station(IntStream.range(0, 50).mapToObj(i -> "LIC-" + i).toArray(String[]::new));
    pass(90);

    assertThat(polls).hasSizeGreaterThan(40);
    assertThat(polls)
        .allSatisfy(
            p -> {
              long turn = Long.parseLong(p.flow().server().value().substring("LIC-".length()));
              assertThat(p.intendedNanos()).isEqualTo(ms(2 * turn));
            });
  }

  @Test
  void aLateAnswerIsLateFromTheIntendedTimeAndTheNextPollFollowsAtOnce() {
    far = (operation, nanos) -> answer(nanos == 0 ? 130 : 20);
    station("LIC-1");
    pass(250);

    assertThat(polls).extracting(Poll::doneNanos).containsExactly(ms(130), ms(150), ms(220));
    assertThat(polls).extracting(Poll::inTime).containsExactly(false, true, true);
    assertThat(polls).allMatch(Poll::answered);
  }

  @Test
  void pollsThatFellDueWhileOneWasUnderWayAreReportedAsNotSent() {
    far = (operation, nanos) -> answer(nanos == 0 ? 350 : 10);
    station("LIC-1");
    pass(420);

    assertThat(polls).extracting(Poll::sent).containsExactly(true, false, false, true, true);
    assertThat(polls)
        .extracting(Poll::intendedNanos)
        .containsExactly(ms(0), ms(100), ms(200), ms(300), ms(400));
    assertThat(polls).extracting(Poll::answered).containsExactly(true, false, false, true, true);
    assertThat(polls.get(3).doneNanos()).as("sent at once").isEqualTo(ms(360));
  }

  @Test
  void aServerThatIsGoneIsAskedAgainAfterABreakAndEachMissCounts() {
    far = (operation, nanos) -> nanos < ms(550) ? new Reaction(Duration.ZERO, GONE) : answer(0);
    station("LIC-1");
    pass(850);

    assertThat(diary).as("not asked from 200 ms to 500 ms").hasSize(5);
    assertThat(polls)
        .extracting(Poll::answered)
        .containsExactly(false, false, false, false, false, false, true, true, true);
    assertThat(polls.subList(2, 6))
        .extracting(Poll::outcome)
        .containsOnly(new Outcome.NoReply("the connection was lost; waiting to connect again"));
    assertThat(polls)
        .extracting(Poll::sent)
        .containsExactly(true, true, false, false, false, false, true, true, true);
  }

  @Test
  void oneLostAnswerIsFollowedByAPollInTheNextCycle() {
    far = (operation, nanos) -> nanos == ms(100) ? new Reaction(Duration.ZERO, GONE) : answer(0);
    station("LIC-1");
    pass(350);

    assertThat(polls).extracting(Poll::answered).containsExactly(true, false, true, true);
  }

  @Test
  void aClientThatThrowsDoesNotMakeTheStationBlind() {
    far =
        (operation, nanos) -> {
          if (nanos == ms(100)) {
            throw new IllegalStateException("our own bug");
          }
          return answer(0);
        };
    station("LIC-1");
    pass(350);

    assertThat(polls).extracting(Poll::answered).containsExactly(true, false, true, true);
    assertThat(polls.get(1).outcome())
        .isEqualTo(
            new Outcome.NoReply(
                "the station's own client failed: java.lang.IllegalStateException: our own bug"));
    assertThat(diary).contains("client 1 closes");
  }

  @RepeatedTest(15)
  void everyCycleIsReportedOnceAndInOrderWhateverTheFarEndDoes(RepetitionInfo repetition) {
    long seed = 6_151L * repetition.getCurrentRepetition();
    Random random = new Random(seed);
    far =
        (operation, nanos) ->
            new Reaction(
                Duration.ofMillis(10L * random.nextInt(40)),
                random.nextInt(3) == 0 ? GONE : answer(0).outcome());
    station("LIC-1");
    pass(3_000);

    List<Poll> seen = List.copyOf(polls);
    assertThat(seen).as("seed %d", seed).hasSizeGreaterThan(20);
    assertThat(seen)
        .as("seed %d", seed)
        .extracting(Poll::cycle)
        .containsExactlyElementsOf(LongStream.range(0, seen.size()).boxed().toList());
    assertThat(seen)
        .as("seed %d", seed)
        .allSatisfy(
            p -> {
              assertThat(p.intendedNanos()).isEqualTo(ms(100 * p.cycle()));
              assertThat(p.doneNanos()).isGreaterThanOrEqualTo(p.intendedNanos());
            });
  }

  @Test
  void eachServerIsPolledOnALineOfItsOwn() {
    far = (operation, nanos) -> answer(server(operation).equals("LIC-1") ? 500 : 10);
    PollingStation station = station("LIC-1", "LIC-2");
    pass(350);

    assertThat(polls.stream().filter(p -> p.flow().server().value().equals("LIC-2"))).hasSize(4);
    assertThat(station.view()).containsOnlyKeys(TagId.parse("LIC-2.PV"));
    pass(200);
    assertThat(station.view()).containsOnlyKeys(TagId.parse("LIC-1.PV"), TagId.parse("LIC-2.PV"));
  }

  @Test
  void waitsUntilEveryServerHasAnsweredAPollThatWasDueSince() {
    far =
        (operation, nanos) ->
            server(operation).equals("LIC-2") && nanos < ms(450)
                ? new Reaction(Duration.ZERO, GONE)
                : answer(0);
    PollingStation station = station("LIC-1", "LIC-2");
    pass(50);

    assertThat(waited(station, Duration.ofMillis(200))).containsExactly(new AssetId("LIC-2"));
    assertThat(waited(station, Duration.ofSeconds(5))).isEmpty();
    assertThat(clock.nanos()).as("not longer than needed").isLessThan(ms(1_500));
  }

  @Test
  void anAnswerToAPollThatWasDueBeforeIsNoSight() {
    far = (operation, nanos) -> nanos == 0 ? answer(90) : new Reaction(Duration.ZERO, GONE);
    PollingStation station = station("LIC-1");
    pass(50);

    assertThat(waited(station, Duration.ofMillis(45))).containsExactly(new AssetId("LIC-1"));
  }

  @Test
  void clientsAreExchangedNewBeforeOld() {
    PollingStation station = station("LIC-1");
    pass(50);
    diary.clear();

    assertThat(station.exchangeClients()).isEqualTo(1);
    assertThat(diary).containsExactly("client 2 connects", "client 2 polls", "client 1 closes");

    diary.clear();
    pass(100);
    assertThat(diary).containsExactly("client 2 polls");
    assertThat(polls).allMatch(Poll::inTime);
  }

  @Test
  void anExchangeWhoseNewClientGetsNoAnswerKeepsTheOldOne() {
    far =
        (operation, nanos) ->
            Thread.currentThread().getName().startsWith("poll")
                ? answer(0)
                : new Reaction(Duration.ZERO, GONE);
    PollingStation station = station("LIC-1", "LIC-2");
    pass(50);
    diary.clear();

    assertThat(station.exchangeClients()).isZero();
    assertThat(diary)
        .containsExactly(
            "client 3 connects",
            "client 3 polls",
            "client 3 closes",
            "client 4 connects",
            "client 4 polls",
            "client 4 closes");

    pass(100);
    assertThat(polls).hasSize(4).allMatch(Poll::inTime);
  }

  @Test
  void anOperatorActsOverTheStandingConnection() {
    PollingStation station = station("LIC-1");
    pass(50);
    diary.clear();
    Operation write = new Operation.Write(TagId.parse("LIC-1.SP"), new TagValue.Real(62));

    assertThat(station.command(flow("LIC-1"), write)).isInstanceOf(Outcome.Answered.class);
    assertThat(diary).containsExactly("client 1 commands");
    assertThatThrownBy(() -> station.command(flow("LIC-7"), write))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("HMI-9 does not poll LIC-7");
  }

  @Test
  void closeEndsPollsThatHangAndLeavesNoThread() {
    far = (operation, nanos) -> answer(3_600_000);
    PollingStation station = station("LIC-1", "LIC-2");
    pass(50);
    assertThat(pollThreads()).hasSize(2);

    station.close();

    assertThat(pollThreads()).isEmpty();
    assertThat(diary).contains("client 1 closes", "client 2 closes");
    assertThat(clock.waiting()).isZero();
  }

  private PollingStation station(String... servers) {
    List<Flow> flows = List.of(servers).stream().map(PollingStationTest::flow).toList();
    lines = flows.size();
    PollingStation station =
        new PollingStation(
            STATION,
            flows,
            flow ->
                new TestClient(
                    "client " + clients.incrementAndGet(),
                    clock,
                    (operation, nanos) -> withValues(operation, far.react(operation, nanos)),
                    diary),
            clock,
            Thread.ofPlatform().daemon().name("poll-", 0).factory(),
            polls::add);
    open.add(station);
    return station;
  }

  /** Lets time pass step by step, each line doing in each step what is due. */
  private void pass(long millis) {
    long end = clock.nanos() + ms(millis);
    awaitAllWaiting(lines);
    while (clock.nanos() < end) {
      clock.advance(STEP);
      awaitAllWaiting(lines);
    }
  }

  private void awaitAllWaiting(int threads) {
    await("all lines wait for a moment to come")
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> clock.waiting() == threads);
  }

  private List<AssetId> waited(PollingStation station, Duration atMost) {
    CompletableFuture<List<AssetId>> missing = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                missing.complete(station.awaitAllSeen(clock.nanos(), atMost));
              } catch (InterruptedException | RuntimeException e) {
                missing.completeExceptionally(e);
              }
            });
    await("the sight of all servers, or the end of the time")
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              if (!missing.isDone() && clock.waiting() == lines + 1) {
                clock.advance(STEP);
              }
              return missing.isDone();
            });
    awaitAllWaiting(lines);
    return missing.join();
  }

  private static List<Thread> pollThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("poll-"))
        .toList();
  }

  private static Reaction answer(long millis) {
    return new Reaction(Duration.ofMillis(millis), new Outcome.Answered(Map.of(), "answered"));
  }

  /** An answer to a read brings the values that were asked for. */
  private static Reaction withValues(Operation operation, Reaction reaction) {
    if (!(operation instanceof Operation.Read(var tags))
        || !(reaction.outcome() instanceof Outcome.Answered)) {
      return reaction;
    }
    Map<TagId, TagValue> values = new HashMap<>();
    tags.forEach(tag -> values.put(tag, new TagValue.Real(50)));
    return new Reaction(reaction.took(), new Outcome.Answered(values, "answered"));
  }

  private static String server(Operation operation) {
    return operation instanceof Operation.Read(var tags)
        ? tags.getFirst().controller().value()
        : "";
  }

  private static Flow flow(String server) {
    AssetId id = new AssetId(server);
    return new Flow(
        new FlowId("panel"),
        STATION,
        id,
        Protocol.MODBUS_TCP,
        List.of(new TagId(id, "PV")),
        true,
        Optional.of(Duration.ofMillis(100)),
        Duration.ofMillis(100));
  }

  private static long ms(long millis) {
    return millis * 1_000_000;
  }
}
