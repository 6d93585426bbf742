package org.bumpless.runner.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bumpless.runner.MissingException;

/**
 * The folder of one run.
 *
 * @param runId its name
 */
record RunFolder(Path path, String runId) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * Makes the folder of a run that begins now.
   *
   * @throws MissingException if nothing can be written there
   */
  static RunFolder create(Path out, Instant now, String sut, long seed) {
    String name = STAMP.format(now) + "-" + sut + "-" + seed;
    try {
      Files.createDirectories(out);
      Path path = out.resolve(name);
      for (int n = 2; Files.exists(path); n++) {
        path = out.resolve(name + "." + n);
      }
      Files.createDirectory(path);
      Files.createDirectory(path.resolve("latency"));
      return new RunFolder(path, path.getFileName().toString());
    } catch (IOException e) {
      throw new MissingException(
          "the output folder %s cannot be written (%s); choose another with --out"
              .formatted(out, e),
          e);
    }
  }

  Path file(String name) {
    return path.resolve(name);
  }
}
