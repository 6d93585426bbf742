package org.bumpless.runner.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.runner.realtime.RealTime.Tried;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RealTimeTest {
  private static final Path OWN = Path.of("/proc/thread-self/stat");

  /** proc_stat(5): field 41, counted from after the name, which may hold blanks. */
  private static final int POLICY_AFTER_NAME = 38;

  private static final String FIFO = "1";
  private static final String OTHER = "0";

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatItTellsIsWhatTheKernelKnowsOfItsThreads() throws Exception {
    RealTime timing = RealTime.best();
    ThreadFactory threads = timing.threads(Thread.ofPlatform().name("a) timing thread").factory());

    String policy = on(threads, () -> policy());

    assertThat(policy).isEqualTo(timing.told().startsWith("SCHED_FIFO") ? FIFO : OTHER);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatATimingThreadStartsIsOrdinary() throws Exception {
    ThreadFactory threads = RealTime.best().threads(Thread.ofPlatform().factory());

    String policy = on(threads, () -> on(Thread.ofPlatform().factory(), () -> policy()));

    assertThat(policy).isEqualTo(OTHER);
  }

  @Test
  void ordinaryThreadsAreLeftAsTheyAre() throws Exception {
    ThreadFactory threads = RealTime.ordinary().threads(Thread.ofPlatform().factory());

    assertThat(on(threads, () -> "worked")).isEqualTo("worked");
    assertThat(RealTime.ordinary().told()).isEqualTo("SCHED_OTHER");
  }

  @Test
  void whatIsServedFirstIsTakenUnlessItIsRefusedOrClearlySlower() {
    Tried usual = new Tried(Optional.empty(), 20_000);

    assertThat(new Tried(Optional.empty(), 24_000).better(usual)).isTrue();
    assertThat(new Tried(Optional.empty(), 26_000).better(usual)).isFalse();
    assertThat(new Tried(Optional.of("not permitted"), 0).better(usual)).isFalse();
    assertThat(new Tried(Optional.empty(), 60_000).against(usual))
        .isEqualTo("allowed, but here messages take 3.0 times as long with it");
    assertThat(new Tried(Optional.of("not permitted"), 0).against(usual))
        .isEqualTo("not permitted");
  }

  @Test
  void aMessageTakesItsTimeThereAndBack() throws Exception {
    assertThat(new PingPong(new RealClock()).median()).isPositive();
  }

  @Test
  void withFewProcessorsNoneIsSetAside() {
    assertThat(RealTime.lastQuarter(processors(0, 1)).isEmpty()).isTrue();
    assertThat(RealTime.lastQuarter(processors(0, 1, 5)).isEmpty()).isTrue();
  }

  @Test
  void theLastQuarterOfWhatIsAllowedIsTaken() {
    assertThat(RealTime.lastQuarter(processors(0, 2, 4, 6))).isEqualTo(processors(6));
    assertThat(RealTime.lastQuarter(processors(8, 9, 10, 11, 12, 13, 14, 15)))
        .isEqualTo(processors(14, 15));
  }

  private static BitSet processors(int... numbers) {
    BitSet set = new BitSet();
    for (int number : numbers) {
      set.set(number);
    }
    return set;
  }

  private static String policy() throws Exception {
    String stat = Files.readString(OWN);
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[POLICY_AFTER_NAME];
  }

  private interface Question {
    String answer() throws Exception;
  }

  private static String on(ThreadFactory threads, Question question) throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread thread =
        threads.newThread(
            () -> {
              try {
                answer.complete(question.answer());
              } catch (Exception e) {
                answer.completeExceptionally(e);
              }
            });
    thread.start();
    return answer.get(10, TimeUnit.SECONDS);
  }
}
