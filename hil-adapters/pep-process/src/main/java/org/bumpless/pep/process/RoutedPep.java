package org.bumpless.pep.process;

import java.io.IOException;
import java.time.Duration;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.RoutingPep;
import org.bumpless.adapter.pep.SitePack;

/**
 * A product in the kernel of its host. It is told once and then stands for as long as the host's
 * network does, which is that of the run. No process of the command that tells it outlives the
 * telling: in the namespace nobody would find it.
 */
final class RoutedPep extends RoutingPep {
  private static final long OUTPUT_BYTES_MAX = 1024L * 1024;

  private final String title;
  private final Preparation preparation;
  private final SitePack site;
  private final Programs programs;
  private final Duration toldWithin;

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
    this.title = title;
    this.preparation = preparation;
    this.site = site;
    this.programs = programs;
    this.toldWithin = toldWithin;
  }

  @Override
  public void start() throws ProductException, InterruptedException {
    OutputLog log = new OutputLog(site.folder(), OUTPUT_BYTES_MAX);
    try {
      preparation.write(site);
      tell(ProductProcess.start(preparation.command(), site.folder(), log, programs, site.clock()));
      stands();
    } catch (IOException e) {
      throw new ProductException(
          ProductException.Cause.UNAVAILABLE,
          "%s could not be told its rules in %s: %s".formatted(title, site.folder(), e),
          e);
    }
  }

  private void tell(ProductProcess command) throws ProductException, InterruptedException {
    boolean ended = false;
    try {
      ended = command.ends(toldWithin);
    } finally {
      command.stop(Duration.ZERO);
    }
    if (!ended) {
      throw failed("did not end within " + toldWithin.toMillis() + " ms", command);
    }
    if (command.exitCode() != 0) {
      throw failed("ended with code " + command.exitCode(), command);
    }
  }

  private ProductException failed(String how, ProductProcess command) {
    return new ProductException(
        ProductException.Cause.BAD_INPUT,
        "%s: %s %s; its last words:%n%s%nIts files are in %s"
            .formatted(
                title,
                String.join(" ", preparation.command()),
                how,
                command.lastWords(),
                site.folder()));
  }
}
