package org.bumpless.scenario.timing;

import java.util.Optional;

/**
 * One of the times at which a measurement is judged, each time with more samples. At the first an
 * interval is the usual one of 95 %, after which nearly every measurement is decided. All looks
 * together leave out 5 % at each end, so that a verdict for or against a product is wrong once in
 * twenty times at most, however often was looked (alpha spending, Lan and DeMets 1983).
 */
public enum Look {
  FIRST(1, 0.025),
  SECOND(2, 0.005),
  THIRD(3, 0.020);

  private final int rounds;
  private final double tail;

  Look(int rounds, double tail) {
    this.rounds = rounds;
    this.tail = tail;
  }

  /** What each end of an interval leaves out. */
  double tail() {
    return tail;
  }

  /** The look after this one, if there is one more. */
  public Optional<Look> next() {
    return switch (this) {
      case FIRST -> Optional.of(SECOND);
      case SECOND -> Optional.of(THIRD);
      case THIRD -> Optional.empty();
    };
  }

  /** How many times the samples of the first there are. */
  public int rounds() {
    return rounds;
  }
}
