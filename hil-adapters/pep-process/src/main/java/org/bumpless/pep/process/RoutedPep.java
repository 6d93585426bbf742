package org.bumpless.pep.process;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.RoutingPep;
import org.bumpless.adapter.pep.SitePack;

/**
 * A product in the kernel of its host. It is told once and then stands for as long as the host's
 * network does, which is that of the run.
 */
final class RoutedPep extends RoutingPep {
  private static final long TOLD_WITHIN_SECONDS = 20;
  private static final long OUTPUT_BYTES_MAX = 1024L * 1024;

  private final String title;
  private final Preparation preparation;
  private final SitePack site;
  private final Programs programs;

  RoutedPep(String title, Preparation preparation, SitePack site, Programs programs) {
    this.title = title;
    this.preparation = preparation;
    this.site = site;
    this.programs = programs;
  }

  @Override
  public void start() throws ProductException, InterruptedException {
    OutputLog log = new OutputLog(site.folder(), OUTPUT_BYTES_MAX);
    try {
      preparation.write(site);
      ProcessBuilder builder =
          new ProcessBuilder(preparation.command())
              .directory(site.folder().toFile())
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"));
      builder.environment().clear();
      builder.environment().putAll(Launch.environment(site.folder(), programs));
      tell(builder.start(), log);
      stands();
    } catch (IOException e) {
      throw new ProductException(
          ProductException.Cause.UNAVAILABLE,
          "%s could not be told its rules in %s: %s".formatted(title, site.folder(), e),
          e);
    }
  }

  private void tell(Process process, OutputLog log) throws ProductException, InterruptedException {
    Thread reader =
        Thread.ofPlatform()
            .daemon()
            .name("product-output")
            .start(() -> log.pump(process.getInputStream()));
    try {
      if (!process.waitFor(TOLD_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        throw failed("did not end within " + TOLD_WITHIN_SECONDS + " s", log);
      }
      reader.join(TimeUnit.SECONDS.toMillis(TOLD_WITHIN_SECONDS));
      if (process.exitValue() != 0) {
        throw failed("ended with code " + process.exitValue(), log);
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private ProductException failed(String how, OutputLog log) {
    return new ProductException(
        ProductException.Cause.BAD_INPUT,
        "%s: %s %s; its last words:%n%s%nIts files are in %s"
            .formatted(
                title,
                String.join(" ", preparation.command()),
                how,
                log.lastWords(),
                site.folder()));
  }
}
