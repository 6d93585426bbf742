package org.bumpless.features;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bumpless.scenario.verdict.Verdict;

/**
 * Something that somebody does again and again while something else is measured, on a thread of its
 * own. Who starts it leaves the person who does it alone until it is ended.
 */
public final class Background {
  /** Longer than any client waits for an answer. */
  private static final Duration WITHIN = Duration.ofSeconds(20);

  private final String what;
  private final Duration pause;
  private final Act act;
  private final Thread thread;
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicLong times = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();
  private volatile Optional<RuntimeException> failure = Optional.empty();

  /** What is done. */
  @FunctionalInterface
  public interface Act {
    /**
     * Does it once.
     *
     * @return whether there was an answer
     */
    boolean once();

    /** Lets go of what is still held, when it is not done any more. */
    default void end() {}
  }

  /**
   * Starts.
   *
   * @param what for people, for example {@code Mallory tries to write}
   * @param pause between the end of one time and the next
   */
  public Background(String what, Duration pause, Act act) {
    this.what = what;
    this.pause = pause;
    this.act = act;
    this.thread = Thread.ofPlatform().name("background").daemon().start(this::run);
  }

  private void run() {
    try {
      do {
        if (act.once()) {
          answered.incrementAndGet();
        }
        times.incrementAndGet();
        first.countDown();
      } while (!ended.await(pause.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // it is not wanted any more
    } catch (RuntimeException e) {
      failure = Optional.of(e);
      first.countDown();
    } finally {
      act.end();
    }
  }

  /** What is done, in words. */
  public String what() {
    return what;
  }

  /** How often it has been done so far. */
  public long times() {
    return times.get();
  }

  /** How often so far there was an answer. */
  public long answered() {
    return answered.get();
  }

  /**
   * Waits until it has been done once.
   *
   * @throws ClaimOpen if that takes too long
   */
  public void begun() throws InterruptedException {
    if (!first.await(WITHIN.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new ClaimOpen(what + ": not even once in " + WITHIN);
    }
  }

  /**
   * Ends it after the time that is under way.
   *
   * @return whether it went on until now; if it broke off by itself not all was seen beside it
   */
  public Verdict end() {
    ended.countDown();
    try {
      if (!thread.join(WITHIN)) {
        return new Verdict.Inconclusive(what + ": it did not end in " + WITHIN);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Verdict.Inconclusive(what + ": nobody waited for its end");
    }
    return failure
        .<Verdict>map(
            e ->
                new Verdict.Inconclusive(what + ": it broke off after " + times() + " times: " + e))
        .orElse(new Verdict.Pass());
  }
}
