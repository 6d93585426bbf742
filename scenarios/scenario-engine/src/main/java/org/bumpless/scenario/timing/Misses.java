package org.bumpless.scenario.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The answers of an arm that came too late to be of use.
 *
 * @param deadline later than this after its request was due an answer is a miss; so is one that
 *     never came
 * @param requests all of them
 * @param missed how many of them had no answer in time
 * @param longest the longest of the runs of misses; empty if there was no miss
 */
public record Misses(Duration deadline, int requests, int missed, Optional<Run> longest) {

  /**
   * Misses one after the other, in the order in which requests were due.
   *
   * @param requests how many
   * @param from when the first of them was due, wall-clock time
   * @param to when the last of them was answered; when it was given up if it never was
   */
  public record Run(int requests, Instant from, Instant to) {
    public Duration length() {
      return Duration.between(from, to);
    }
  }

  /** The misses among the samples of an arm. */
  public static Misses of(Samples samples, Duration deadline, int rateHz) {
    Optional<Run> longest =
        IntStream.range(0, samples.blocks().size())
            .mapToObj(block -> longest(samples, block, deadline, rateHz))
            .flatMap(Optional::stream)
            .max(Comparator.comparingInt(Run::requests));
    long limit = deadline.toNanos();
    return new Misses(
        deadline,
        samples.count(),
        (int) samples.all().filter(nanos -> nanos > limit).count(),
        longest);
  }

  /** Share of the requests that had no answer in time, 0 to 1. */
  public double ratio() {
    return requests == 0 ? 0 : (double) missed / requests;
  }

  /** A run ends with its block: the next block of the arm is another time. */
  private static Optional<Run> longest(Samples samples, int block, Duration deadline, int rateHz) {
    long[] nanos = samples.blocks().get(block);
    int best = 0;
    int end = 0;
    for (int i = 0, run = 0; i < nanos.length; i++) {
      run = nanos[i] > deadline.toNanos() ? run + 1 : 0;
      if (run > best) {
        best = run;
        end = i;
      }
    }
    if (best == 0) {
      return Optional.empty();
    }
    Instant begin = samples.begins().get(block);
    long period = Duration.ofSeconds(1).toNanos() / rateHz;
    long took = nanos[end] == Samples.LOST ? deadline.toNanos() : nanos[end];
    return Optional.of(
        new Run(
            best,
            begin.plusNanos((end - best + 1) * period),
            begin.plusNanos(end * period + took)));
  }
}
