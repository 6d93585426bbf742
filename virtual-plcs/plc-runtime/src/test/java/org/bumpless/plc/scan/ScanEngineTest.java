package org.bumpless.plc.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bumpless.plant.engine.clock.ManualClock;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plc.protocol.LiveTags.Change;
import org.bumpless.plc.testing.TestController;
import org.bumpless.plc.testing.TestProcess;
import org.bumpless.plc.testing.TestProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scans each 10 ms on a clock that the test moves. */
class ScanEngineTest {
  private static final Duration SCAN = Duration.ofMillis(10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ManualClock clock = new ManualClock(Instant.EPOCH);
  private final TestProcess process =
      new TestProcess("FAST.level", "FAST.valve", "SLOW.level", "SLOW.valve");
  private final List<String> diary = Collections.synchronizedList(new ArrayList<>());
  private final List<Effect> effects = Collections.synchronizedList(new ArrayList<>());
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable part : open) {
      part.close();
    }
  }

  @Test
  void scansAtAbsoluteDeadlines() {
    engine(controller("FAST", SCAN));

    awaitNext(10);
    advanceTo(10);
    awaitNext(20);
    advanceTo(23);
    awaitNext(30);

    assertThat(diary).containsExactly("FAST at 0", "FAST at 10", "FAST at 23");
  }

  @Test
  void aLateScanIsRecordedAndTheScheduleDoesNotDrift() {
    ScanEngine engine = engine(controller("FAST", SCAN));
    awaitNext(10);

    advanceTo(47);
    awaitNext(50);

    assertThat(diary)
        .as("those due at 10, 20, 30 and 40 ms follow at once")
        .containsExactly("FAST at 0", "FAST at 47", "FAST at 47", "FAST at 47", "FAST at 47");
    assertThat(engine.lateness().scans()).isEqualTo(5);
    assertThat(engine.lateness().worstNanos()).isEqualTo(ms(37));
    assertThat(engine.lateness().overruns()).as("37, 27 and 17 ms late, not 7").isEqualTo(3);
    assertThat(engine.lateness().longestNanos(0, ms(100))).isEqualTo(ms(37));
  }

  @Test
  void theProcessStepsBeforeTheControllersAndTheListenerComesLast() {
    engine(controller("FAST", SCAN));
    awaitNext(10);

    assertThat(process.diary())
        .containsExactly("step 0.01", "read FAST.level", "write FAST.valve 0.0");
    assertThat(afterScans).containsExactly(0L);
  }

  @Test
  void aSlowControllerScansInItsOwnPeriod() {
    engine(controller("FAST", SCAN), controller("SLOW", Duration.ofMillis(30)));
    for (long next = 10; next <= 60; next += 10) {
      awaitNext(next);
      advanceTo(next);
    }
    awaitNext(70);

    assertThat(diary.stream().filter(d -> d.startsWith("SLOW")))
        .containsExactly("SLOW at 0", "SLOW at 30", "SLOW at 60");
    assertThat(diary.stream().filter(d -> d.startsWith("FAST"))).hasSize(7);
  }

  @Test
  void effectsCarryTheTickOfTheirOwnController() {
    VirtualController slow = controller("SLOW", Duration.ofMillis(30));
    engine(controller("FAST", SCAN), slow);
    awaitNext(10);
    slow.offer(List.of(set(62)));
    for (long next = 10; next <= 30; next += 10) {
      advanceTo(next);
      awaitNext(next + 10);
    }

    assertThat(effects)
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.nanos()).isEqualTo(ms(30));
              assertThat(e.tick().index()).isEqualTo(1);
              assertThat(e.tick().nanos()).isEqualTo(ms(30));
            });
  }

  @Test
  void awaitScansWaitsForTheSlowestController() throws Exception {
    VirtualController slow = controller("SLOW", Duration.ofMillis(30));
    ScanEngine engine = engine(controller("FAST", SCAN), slow);
    awaitNext(10);
    slow.offer(List.of(set(62)));

    CompletableFuture<Void> waiting = inBackground(engine::awaitScans);
    advanceUntil(waiting);

    assertThat(effects).extracting(Effect::after).containsExactly(new TagValue.Real(62));
    assertThat(slow.read(TestController.SP)).isEqualTo(new TagValue.Real(62));
  }

  @Test
  void restoreTakesPlaceBetweenTwoScans() throws Exception {
    VirtualController fast = controller("FAST", SCAN);
    ScanEngine engine = engine(fast);
    awaitNext(10);
    fast.offer(List.of(set(62)));
    advanceTo(10);
    awaitNext(20);
    assertThat(fast.read(TestController.SP)).isEqualTo(new TagValue.Real(62));

    CompletableFuture<Void> waiting = inBackground(engine::restore);
    advanceUntil(waiting);
    await("the scan that the plant was restored before")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> !process.diary().getLast().equals("restore"));

    assertThat(fast.read(TestController.SP)).isEqualTo(new TagValue.Real(50));
    assertThat(process.diary()).contains("restore");
    assertThat(process.diary().indexOf("restore"))
        .as("before a step, not in the middle of a scan")
        .isEqualTo(process.diary().lastIndexOf("restore"));
    assertThat(process.diary().get(process.diary().indexOf("restore") + 1)).startsWith("step");
  }

  @Test
  void aPlantThatThrowsSaysSoToWhoeverWaitsForIt() {
    ScanEngine engine = engine(controller("FAST", SCAN));
    awaitNext(10);
    process.stepping(
        () -> {
          throw new IllegalStateException("the tank has burst");
        });
    CompletableFuture<Void> waiting = inBackground(engine::awaitScans);
    advanceUntil(waiting);

    assertThat(waiting)
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .withMessageContaining("the plant has stopped scanning");
    await("the end of the scan thread")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(scanThreads()).isEmpty());
    assertThatThrownBy(engine::awaitScans)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the plant has stopped scanning: java.lang.IllegalStateException: the tank has burst");
  }

  @Test
  void aJobThatThrowsDoesNotStopThePlant() {
    VirtualController broken =
        new VirtualController(
            TestController.named("FAST", SCAN),
            new OnceOnly(),
            TestProgram.NO_LANGUAGE,
            process,
            effects::add,
            clock);
    ScanEngine engine = engine(broken);
    awaitNext(10);

    CompletableFuture<Void> waiting = inBackground(engine::restore);
    advanceUntil(waiting);

    assertThat(waiting)
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .withMessageContaining("the plant could not do that");
    long before = engine.lateness().scans();
    long next = clock.nanos() / 1_000_000 / 10 * 10 + 10;
    awaitNext(next);
    advanceTo(next);
    awaitNext(next + 10);
    assertThat(engine.lateness().scans()).isGreaterThan(before);
  }

  @Test
  void whoAsksAStoppedPlantIsToldAtOnce() throws Exception {
    ScanEngine engine = engine(controller("FAST", SCAN));
    awaitNext(10);
    engine.close();

    assertThatThrownBy(engine::awaitScans)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the plant has stopped scanning");
  }

  @Test
  void closeLeavesNoThread() {
    ScanEngine engine = engine(controller("FAST", SCAN));
    awaitNext(10);
    assertThat(scanThreads()).hasSize(1);

    engine.close();
    engine.close();

    assertThat(scanThreads()).isEmpty();
    assertThat(clock.waiting()).isZero();
  }

  @Test
  void aPlantWithoutControllersIsRefused() {
    assertThatThrownBy(() -> engine()).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aScanThatIsNoMultipleOfTheShortestIsRefused() {
    assertThatThrownBy(
            () -> engine(controller("FAST", SCAN), controller("SLOW", Duration.ofMillis(25))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "SLOW scans each PT0.025S: expected a whole multiple of PT0.01S, the shortest scan of"
                + " the plant");
    assertThat(scanThreads()).isEmpty();
  }

  private final List<Long> afterScans = Collections.synchronizedList(new ArrayList<>());

  private ScanEngine engine(VirtualController... controllers) {
    ScanEngine engine =
        new ScanEngine(
            clock,
            new ScanCycle(clock, process, List.of(controllers)),
            afterScans::add,
            Duration.ofMinutes(1));
    open.add(engine);
    return engine;
  }

  private VirtualController controller(String name, Duration scan) {
    return new VirtualController(
        TestController.named(name, scan),
        new TestProgram((image, seconds) -> diary.add(name + " at " + clock.nanos() / 1_000_000)),
        TestProgram.NO_LANGUAGE,
        process,
        effects::add,
        clock);
  }

  /** Waits until the engine has done all that is due and waits for a scan. */
  private void awaitNext(long millis) {
    await("the engine waits for " + millis + " ms")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> clock.nextWait().orElse(-1) == ms(millis));
  }

  private void advanceTo(long millis) {
    clock.advance(Duration.ofNanos(ms(millis) - clock.nanos()));
  }

  private void advanceUntil(CompletableFuture<Void> done) {
    await("the job done")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              if (!done.isDone() && clock.waiting() > 0) {
                clock.advance(SCAN);
              }
              return done.isDone();
            });
  }

  private CompletableFuture<Void> inBackground(Interruptible work) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    work.run();
                    done.complete(null);
                  } catch (InterruptedException | RuntimeException e) {
                    done.completeExceptionally(e);
                  }
                });
    open.add(() -> thread.join(TimeUnit.SECONDS.toMillis(30)));
    return done;
  }

  @FunctionalInterface
  private interface Interruptible {
    void run() throws InterruptedException;
  }

  private static List<Thread> scanThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().equals("scan"))
        .toList();
  }

  private static Change set(double value) {
    return new Change.Set(TestController.SP, new TagValue.Real((float) value));
  }

  private static long ms(long millis) {
    return millis * 1_000_000;
  }

  /** A program that can be made once only. */
  private static final class OnceOnly implements ControllerProgram {
    private boolean made;

    @Override
    public ProgramText text() {
      return new ProgramText("once", "");
    }

    @Override
    public List<String> inputs() {
      return List.of();
    }

    @Override
    public List<String> outputs() {
      return List.of();
    }

    @Override
    public ControlProgram create(List<Tag> tags) {
      if (made) {
        throw new IllegalStateException("no second one");
      }
      made = true;
      return (image, seconds) -> {};
    }
  }
}
