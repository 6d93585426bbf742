package org.bumpless.plant.cable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is wrong with a cable, for each direction apart and in both alike.
 *
 * @param delay by which every frame comes later
 * @param jitter up to which a frame comes later still, evenly spread; frames keep their order
 * @param loss share of the frames that never come, 0 to 1
 * @param reordered share of the frames that are overtaken by those behind them, 0 to 1
 * @param bitsPerSecond what the cable carries at most; 0 for no limit
 * @param cut the directions in which nothing passes; one of them is a half-open cut
 */
public record Impairment(
    Duration delay,
    Duration jitter,
    double loss,
    double reordered,
    long bitsPerSecond,
    Set<Direction> cut) {

  private static final double PERCENT = 100;
  private static final Duration LATE_MAX = Duration.ofSeconds(10);

  /** A cable that does nothing to its frames. */
  public static final Impairment NONE =
      new Impairment(Duration.ZERO, Duration.ZERO, 0, 0, 0, Set.of());

  /** A cable that is pulled out. */
  public static final Impairment PULLED = NONE.withCut(EnumSet.allOf(Direction.class));

  public Impairment {
    require(!delay.isNegative() && delay.compareTo(LATE_MAX) <= 0, "delay", "0 to 10 s", delay);
    require(!jitter.isNegative() && jitter.compareTo(LATE_MAX) <= 0, "jitter", "0 to 10 s", jitter);
    require(loss >= 0 && loss <= 1, "loss", "a share between 0 and 1", loss);
    require(reordered >= 0 && reordered <= 1, "reordered", "a share between 0 and 1", reordered);
    require(bitsPerSecond >= 0, "bitsPerSecond", "0 or more", bitsPerSecond);
    cut = Set.copyOf(cut);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * PERCENT);
  }

  private static void require(boolean right, String what, String wanted, Object found) {
    if (!right) {
      throw new IllegalArgumentException(
          "%s of a cable is %s, expected %s".formatted(what, found, wanted));
    }
  }

  /** What is wrong, for people, for example {@code 20 ms later, 1.0 % lost}. */
  public String inWords() {
    List<String> words = new ArrayList<>();
    if (cut.size() == Direction.values().length) {
      return "pulled out";
    }
    cut.forEach(way -> words.add("passes nothing " + way.inWords()));
    if (!delay.isZero()) {
      words.add(delay.toMillis() + " ms later");
    }
    if (!jitter.isZero()) {
      words.add("up to " + jitter.toMillis() + " ms of jitter");
    }
    if (loss > 0) {
      words.add(percent(loss) + " lost");
    }
    if (reordered > 0) {
      words.add(percent(reordered) + " overtaken");
    }
    if (bitsPerSecond > 0) {
      words.add(bitsPerSecond + " bit/s at most");
    }
    return words.isEmpty() ? "whole" : String.join(", ", words);
  }

  public Impairment withDelay(Duration by) {
    return new Impairment(by, jitter, loss, reordered, bitsPerSecond, cut);
  }

  public Impairment withJitter(Duration upTo) {
    return new Impairment(delay, upTo, loss, reordered, bitsPerSecond, cut);
  }

  public Impairment withLoss(double share) {
    return new Impairment(delay, jitter, share, reordered, bitsPerSecond, cut);
  }

  public Impairment withReordered(double share) {
    return new Impairment(delay, jitter, loss, share, bitsPerSecond, cut);
  }

  public Impairment withRate(long limit) {
    return new Impairment(delay, jitter, loss, reordered, limit, cut);
  }

  public Impairment withCut(Set<Direction> directions) {
    return new Impairment(delay, jitter, loss, reordered, bitsPerSecond, directions);
  }
}
