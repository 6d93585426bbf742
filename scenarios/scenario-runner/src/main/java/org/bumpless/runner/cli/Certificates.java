package org.bumpless.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.reports.certificate.Bundle;
import org.bumpless.reports.certificate.SigningKey;
import org.bumpless.reports.certificate.Statement;
import org.bumpless.runner.InputException;
import org.bumpless.runner.MissingException;

/** Issues the certificate of a run, or says why there is none. */
final class Certificates {
  private Certificates() {}

  /**
   * The key to sign with.
   *
   * @param lab the lab's key; empty for one that is made for the run
   */
  static SigningKey key(Optional<Path> lab) {
    if (lab.isEmpty()) {
      return SigningKey.madeForThisRun();
    }
    try {
      return SigningKey.ofLab(lab.get());
    } catch (IOException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
  }

  /** The last word of {@code bumpless certify}. */
  static void tell(Runs.Left left, SigningKey key, NanoClock clock, PrintWriter out) {
    Optional<String> why = Bundle.whyNot(left.result());
    if (why.isPresent()) {
      out.println("no certificate: " + why.get());
    } else {
      out.println("certificate: " + issue(left, key, clock));
      out.println("  signed with " + key.origin().words());
    }
    out.flush();
  }

  private static Path issue(Runs.Left left, SigningKey key, NanoClock clock) {
    try {
      return Bundle.issue(left.folder(), Statement.of(left.result(), clock.instant()), key);
    } catch (IOException e) {
      throw new MissingException(
          left.folder() + ": the certificate cannot be written: " + e.getMessage(), e);
    }
  }
}
