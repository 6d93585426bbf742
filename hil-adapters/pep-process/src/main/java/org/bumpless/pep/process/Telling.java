package org.bumpless.pep.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;

/**
 * A command that tells the product's host something and ends. No process of it outlives the
 * telling: in the namespace nobody would find it.
 *
 * @param title of the product, for messages
 * @param within how long the command may take
 */
record Telling(
    String title, List<String> command, SitePack site, Programs programs, Duration within) {
  /** As long as a packet filter takes for the rules of a large plant, and more. */
  static final Duration WITHIN = Duration.ofSeconds(20);

  private static final long OUTPUT_BYTES_MAX = 1024L * 1024;

  /**
   * Tells.
   *
   * @throws ProductException if the command does not end in time with code 0
   */
  void tell() throws ProductException, IOException, InterruptedException {
    OutputLog log = new OutputLog(site.folder(), OUTPUT_BYTES_MAX);
    ProductProcess told =
        ProductProcess.start(command, site.folder(), log, programs, Map.of(), site.clock());
    boolean ended = false;
    try {
      ended = told.ends(within);
    } finally {
      told.stop(Duration.ZERO);
    }
    if (!ended) {
      throw failed("did not end within " + within.toMillis() + " ms", told);
    }
    if (told.exitCode() != 0) {
      throw failed("ended with code " + told.exitCode(), told);
    }
  }

  private ProductException failed(String how, ProductProcess told) {
    return new ProductException(
        ProductException.Cause.BAD_INPUT,
        "%s: %s %s; its last words:%n%s%nIts files are in %s"
            .formatted(title, String.join(" ", command), how, told.lastWords(), site.folder()));
  }
}
