package org.bumpless.runner.realtime;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.network.linux.NativeException;
import org.bumpless.plant.time.NanoClock;

/**
 * How timing threads are scheduled: as well as the host allows, which is found out once, and then
 * all alike.
 */
public final class RealTime {
  /** Above everything ordinary, below the kernel's own interrupt threads. */
  private static final int PRIORITY = 10;

  private static final long SLACK_NANOS = 1;

  /** With fewer processors than that no part of them can be set aside. */
  private static final int PINNED_FROM = 4;

  private final NanoClock clock;
  private final List<Step> steps;
  private final String told;

  private RealTime(NanoClock clock, List<Step> steps, String told) {
    this.clock = clock;
    this.steps = List.copyOf(steps);
    this.told = told;
  }

  /** What a thread does before its work. */
  @FunctionalInterface
  private interface Step {
    void take() throws NativeException;
  }

  /** Threads and a clock like all others. */
  public static RealTime ordinary() {
    return new RealTime(new RealClock(), List.of(), "SCHED_OTHER");
  }

  /** The best that this host allows; locks the memory of this process if it may. */
  public static RealTime best() throws InterruptedException {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return ordinary();
    }
    List<Step> steps = new ArrayList<>();
    List<String> words = new ArrayList<>();
    Thread probe = Thread.ofPlatform().name("scheduling").start(() -> probe(steps, words));
    probe.join();
    return new RealTime(new KernelClock(new RealClock()), steps, String.join(", ", words));
  }

  /** On a thread of its own, which ends afterwards. */
  private static void probe(List<Step> steps, List<String> words) {
    Step fifo = () -> Scheduler.fifo(PRIORITY);
    Optional<String> refused = fault(fifo);
    if (refused.isEmpty()) {
      steps.add(fifo);
      words.add("SCHED_FIFO " + PRIORITY);
    } else {
      words.add("SCHED_OTHER (no FIFO: " + refused.get() + ")");
      Step slack = () -> Scheduler.timerSlack(SLACK_NANOS);
      if (fault(slack).isEmpty()) {
        steps.add(slack);
        words.add("timer slack " + SLACK_NANOS + " ns");
      }
    }
    words.add(
        fault(Scheduler::lockMemory)
            .map(why -> "memory not locked (" + why + ")")
            .orElse("memory locked"));
    pin(steps, words);
    words.add("clock_nanosleep");
  }

  private static void pin(List<Step> steps, List<String> words) {
    try {
      BitSet last = lastQuarter(Scheduler.processors());
      Step stay = () -> Scheduler.stayOn(last);
      if (!last.isEmpty() && fault(stay).isEmpty()) {
        steps.add(stay);
        words.add("on processors " + last);
      }
    } catch (NativeException _) {
      words.add("on any processor"); // who may not even ask cannot choose
    }
  }

  /** Where timing threads stay; empty if there are too few processors to choose among. */
  static BitSet lastQuarter(BitSet allowed) {
    BitSet last = (BitSet) allowed.clone();
    int count = allowed.cardinality();
    int kept = count < PINNED_FROM ? 0 : count / PINNED_FROM;
    while (last.cardinality() > kept) {
      last.clear(last.nextSetBit(0));
    }
    return last;
  }

  private static Optional<String> fault(Step step) {
    try {
      step.take();
      return Optional.empty();
    } catch (NativeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** The clock for these threads; its nanoseconds are those of {@link RealClock}. */
  public NanoClock clock() {
    return clock;
  }

  /** The policy for people, for example {@code SCHED_FIFO 10, memory locked, clock_nanosleep}. */
  public String told() {
    return told;
  }

  /**
   * Makes timing threads.
   *
   * @param base makes the threads as such
   */
  public ThreadFactory threads(ThreadFactory base) {
    return work ->
        base.newThread(
            () -> {
              enter();
              work.run();
            });
  }

  private void enter() {
    for (Step step : steps) {
      fault(step)
          .ifPresent(
              why -> {
                throw new IllegalStateException(
                    "the timing threads are not alike: one is refused what others have: " + why);
              });
    }
  }
}
