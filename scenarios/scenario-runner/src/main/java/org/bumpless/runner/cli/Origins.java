package org.bumpless.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bumpless.reports.Sha256;
import org.bumpless.runner.MissingException;
import org.bumpless.scenario.result.RunManifest.Origin;
import org.bumpless.scenario.result.RunManifest.SourceFile;

/**
 * Puts down where a run comes from, so that it can be done again.
 *
 * @param checkout where the launcher lies
 * @param here the working directory
 */
record Origins(Path checkout, Path here) {
  private static final String SAFE = "[A-Za-z0-9._/:=@%+,-]+";

  static Origins now() {
    return new Origins(whole(Shipped.file("")), whole(Path.of("")));
  }

  /** Where a run of one product comes from. */
  Origin origin(RunOptions options, Path sutFile, String command) {
    return origin(options, sutFile, command, List.of("--sut", shown(sutFile)));
  }

  /**
   * Where a run comes from.
   *
   * @param own arguments that only this command takes
   */
  Origin origin(RunOptions options, Path sutFile, String command, List<String> own) {
    return new Origin(
        command,
        source(options.plant()),
        source(sutFile),
        source(options.profile()),
        replay(options, command, own));
  }

  /** The line that does the same again, typed where this run was. */
  private String replay(RunOptions options, String command, List<String> own) {
    StringBuilder line = new StringBuilder(word(launcher()));
    line.append(' ').append(command);
    own.forEach(argument -> line.append(' ').append(word(argument)));
    line.append(" --plant ").append(word(shown(options.plant())));
    line.append(" --profile ").append(word(shown(options.profile())));
    if (!options.tags().isEmpty()) {
      line.append(" --tags ").append(word(options.tags()));
    }
    line.append(" --seed ").append(options.seed());
    options.length().typed().forEach(word -> line.append(' ').append(word));
    if (!options.fabric().typed().isEmpty()) {
      line.append(" --fabric ").append(options.fabric().typed());
    }
    if (!options.clock().typed().isEmpty()) {
      line.append(" --clock ").append(options.clock().typed());
    }
    options.writes().stream()
        .sorted()
        .forEach(id -> line.append(' ').append(RunOptions.ALLOW_WRITES).append(' ').append(id));
    if (!options.out().equals(RunOptions.OUT)) {
      line.append(" --out ").append(word(shown(options.out())));
    }
    return line.toString();
  }

  private String launcher() {
    String below = shown(checkout.resolve("bumpless"));
    return below.contains("/") ? below : "./" + below;
  }

  /** A path as short as it can be said here. */
  private String shown(Path file) {
    Path whole = whole(file);
    return (whole.startsWith(here) && !whole.equals(here) ? here.relativize(whole) : whole)
        .toString();
  }

  private SourceFile source(Path file) {
    Path whole = whole(file);
    Optional<Path> below =
        whole.startsWith(checkout) ? Optional.of(checkout.relativize(whole)) : Optional.empty();
    try {
      return new SourceFile(whole, below, Sha256.of(file));
    } catch (IOException e) {
      throw new MissingException(file + " cannot be read any more: " + e.getMessage(), e);
    }
  }

  /** One word of a POSIX shell. */
  static String word(String text) {
    return text.matches(SAFE) ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  private static Path whole(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
