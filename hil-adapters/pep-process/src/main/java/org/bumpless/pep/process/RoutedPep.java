package org.bumpless.pep.process;

import java.io.IOException;
import java.time.Duration;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.RoutingPep;
import org.bumpless.adapter.pep.SitePack;

/**
 * A product in the kernel of its host. It is told once and then stands for as long as the host's
 * network does, which is that of the run.
 */
final class RoutedPep extends RoutingPep {
  private final Preparation preparation;
  private final SitePack site;
  private final Telling telling;

  /**
   * Stands nowhere yet.
   *
   * @param toldWithin how long its command may take
   */
  RoutedPep(
      String title,
      Preparation preparation,
      SitePack site,
      Programs programs,
      Duration toldWithin) {
    this.preparation = preparation;
    this.site = site;
    this.telling = new Telling(title, preparation.command(), site, programs, toldWithin);
  }

  @Override
  public void start() throws ProductException, InterruptedException {
    try {
      preparation.write(site);
      telling.tell();
      stands();
    } catch (IOException e) {
      throw new ProductException(
          ProductException.Cause.UNAVAILABLE,
          "%s could not be told its rules in %s: %s".formatted(telling.title(), site.folder(), e),
          e);
    }
  }
}
