package org.bumpless.pep.program;

import java.io.PrintStream;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.plant.identity.Identity;

/**
 * Takes up a certificate that was renewed, once its files have changed and fit together. What does
 * not fit is told once, and the old certificate stays: whoever renews writes one file after the
 * other.
 */
final class Renewal {
  private final CertificateFiles files;
  private final Taker taker;
  private final PrintStream err;
  private String seen;

  /** Shows another certificate from then on. */
  @FunctionalInterface
  interface Taker {
    boolean renew(Identity identity) throws ProductException;
  }

  Renewal(CertificateFiles files, CertificateFiles.Material first, Taker taker, PrintStream err) {
    this.files = files;
    this.taker = taker;
    this.err = err;
    this.seen = first.text();
  }

  /** Looks at the files, and does what is to be done. */
  void look() {
    String now = "";
    try {
      now = files.text();
      if (!now.equals(seen)) {
        Identity renewed = files.read().identity();
        if (taker.renew(renewed)) {
          err.println("renewed: " + renewed);
        }
      }
    } catch (ProductException e) {
      if (!now.equals(seen)) {
        err.println("the old certificate stays: " + e.getMessage());
      }
    }
    seen = now;
  }
}
