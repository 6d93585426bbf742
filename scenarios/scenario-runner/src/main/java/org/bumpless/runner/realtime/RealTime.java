package org.bumpless.runner.realtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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

  /** Being served first is worth so much in the middle, for what it brings in the tail. */
  private static final double SLOWER_MAX = 1.25;

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

  /**
   * For threads that wait for a time and for no message: first in line where the host allows it,
   * else awake to the nanosecond; locks the memory of this process if it may.
   */
  public static RealTime punctual() throws InterruptedException {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return ordinary();
    }
    Step fifo = () -> Scheduler.fifo(PRIORITY);
    Step slack = () -> Scheduler.timerSlack(SLACK_NANOS);
    Optional<String> noFifo = onAThread(() -> fault(fifo));
    List<Step> steps = List.of(noFifo.isEmpty() ? fifo : slack);
    String policy =
        noFifo.map(why -> "SCHED_OTHER (no FIFO: " + why + ")").orElse("SCHED_FIFO " + PRIORITY);
    return new RealTime(
        new KernelClock(new RealClock()),
        onAThread(() -> steps.stream().filter(step -> fault(step).isEmpty()).toList()),
        String.join(", ", policy, memory(), "clock_nanosleep"));
  }

  /** The best that this host allows; locks the memory of this process if it may. */
  public static RealTime best() throws InterruptedException {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return ordinary();
    }
    NanoClock clock = new KernelClock(new RealClock());
    List<Step> steps = new ArrayList<>();
    List<String> words = new ArrayList<>();
    Step fifo = () -> Scheduler.fifo(PRIORITY);
    Step slack = () -> Scheduler.timerSlack(SLACK_NANOS);
    Tried first = onAThread(() -> tried(fifo, clock));
    Tried second = onAThread(() -> tried(slack, clock));
    if (first.better(second)) {
      steps.add(fifo);
      words.add("SCHED_FIFO " + PRIORITY);
    } else {
      words.add("SCHED_OTHER (no FIFO: " + first.against(second) + ")");
      if (second.refused().isEmpty()) {
        steps.add(slack);
        words.add("timer slack " + SLACK_NANOS + " ns");
      }
    }
    words.add(memory());
    onAThread(
        () -> {
          pin(steps, words);
          return words;
        });
    words.add("clock_nanosleep");
    return new RealTime(clock, steps, String.join(", ", words));
  }

  private static String memory() {
    return fault(Scheduler::lockMemory)
        .map(why -> "memory not locked (" + why + ")")
        .orElse("memory locked");
  }

  /**
   * What came of a way to be scheduled.
   *
   * @param refused why the kernel does not allow it; empty if it does
   * @param nanos what a message takes there and back, median
   */
  record Tried(Optional<String> refused, long nanos) {
    /** Whether a way that is served first is to be taken: allowed, and not clearly slower. */
    boolean better(Tried usual) {
      return refused.isEmpty() && nanos <= usual.nanos * SLOWER_MAX;
    }

    String against(Tried usual) {
      return refused.orElseGet(
          () ->
              String.format(
                  Locale.ROOT,
                  "allowed, but here messages take %.1f times as long with it",
                  (double) nanos / usual.nanos));
    }
  }

  private static Tried tried(Step step, NanoClock clock) throws InterruptedException {
    Optional<String> refused = fault(step);
    if (refused.isPresent()) {
      return new Tried(refused, 0);
    }
    try {
      return new Tried(refused, new PingPong(clock).median());
    } catch (IOException e) {
      return new Tried(Optional.of("it could not be tried: " + e.getMessage()), 0);
    }
  }

  /** On a thread of its own, which ends afterwards and takes its policy with it. */
  private static <T> T onAThread(Callable<T> work) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = Thread.ofPlatform().name("scheduling").start(task);
    thread.join();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("scheduling could not be tried: " + e.getCause(), e);
    }
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
