package org.bumpless.runner.bench;

import java.util.Optional;
import org.bumpless.adapter.pep.Mishap;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.scenario.bench.Power;

/** Switches the product off and on, and lets things happen to it. */
final class ProductPower implements Power {
  private final Pep pep;
  private final Troubles troubles;
  private boolean off;
  private boolean unwell;
  private boolean clockWrong;

  /**
   * @param troubles is told when the stations begin to suffer from what was done here
   */
  ProductPower(Pep pep, Troubles troubles) {
    this.pep = pep;
    this.troubles = troubles;
  }

  @Override
  public synchronized void off() {
    troubles.begin();
    off = true;
    pep.close();
  }

  @Override
  public synchronized void kill() {
    troubles.begin();
    off = true;
    pep.kill();
  }

  @Override
  public synchronized Optional<String> on() throws InterruptedException {
    if (!off) {
      return Optional.empty();
    }
    try {
      pep.start();
      off = false;
      return Optional.empty();
    } catch (ProductException e) {
      return Optional.of("the product could not be started again: " + e.getMessage());
    }
  }

  @Override
  public synchronized Optional<String> suffer(Mishap mishap) throws InterruptedException {
    troubles.begin();
    try {
      pep.suffer(mishap);
      unwell = true;
    } catch (ProductException e) {
      return Optional.of("the product could not be harmed so: " + e.getMessage());
    }
    clockWrong |= mishap instanceof Mishap.ClockWrong;
    return Optional.empty();
  }

  @Override
  public synchronized Optional<String> recover() throws InterruptedException {
    if (!unwell) {
      return Optional.empty();
    }
    try {
      pep.recover();
      unwell = false;
    } catch (ProductException e) {
      return Optional.of("the product could not be mended: " + e.getMessage());
    }
    if (!clockWrong) {
      return Optional.empty();
    }
    clockWrong = false;
    off();
    return on();
  }

  /** As it was when the run began. */
  synchronized Optional<String> restore() throws InterruptedException {
    Optional<String> unmended = recover();
    return unmended.isPresent() ? unmended : on();
  }
}
