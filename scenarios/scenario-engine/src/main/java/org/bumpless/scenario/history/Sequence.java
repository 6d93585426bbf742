package org.bumpless.scenario.history;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers the operations of one run. */
public final class Sequence {
  private final AtomicLong next = new AtomicLong(1);

  public long next() {
    return next.getAndIncrement();
  }
}
