package org.bumpless.runner.bench;

import java.util.Optional;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.scenario.bench.Power;

/** Switches the product off and on. */
final class ProductPower implements Power {
  private final Pep pep;
  private final Troubles troubles;
  private boolean off;

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
}
