package org.bumpless.pep.program;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.adapter.program.ForegroundProgram;
import org.bumpless.pep.reference.ReferencePep;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.time.NanoClock;

/** The reference enforcement point from its configuration to its exit code. */
final class Program {
  static final int ENDED = 0;
  static final int USAGE = 64;
  static final int BAD_INPUT = 65;
  static final int UNAVAILABLE = 69;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final PrintStream err;
  private final NanoClock clock;

  Program(PrintStream err, NanoClock clock) {
    this.err = err;
    this.clock = clock;
  }

  /**
   * Runs until the thread is interrupted, or there is a reason to end.
   *
   * @param arguments the configuration file, and nothing else
   * @return exit code
   */
  int run(String... arguments) {
    if (arguments.length != 1) {
      err.println(
          "found %d arguments; expected one: the configuration file".formatted(arguments.length));
      return USAGE;
    }
    try {
      return run(Path.of(arguments[0]));
    } catch (InvalidPathException e) {
      err.println("found \"%s\"; expected the name of a file".formatted(arguments[0]));
      return USAGE;
    } catch (BadFileException e) {
      err.println(e.getMessage());
      return BAD_INPUT;
    } catch (ProductException e) {
      err.println(e.getMessage());
      return switch (e.fault()) {
        case BAD_INPUT -> BAD_INPUT;
        case UNAVAILABLE -> UNAVAILABLE;
      };
    }
  }

  private int run(Path file) throws BadFileException, ProductException {
    Configuration configuration = ConfigurationFile.read(file);
    CertificateFiles certificates = configuration.certificates();
    CertificateFiles.Material first = certificates.read();
    try (ReferencePep pep =
        ReferencePep.prepare(configuration.settings(), configuration.site(first, clock))) {
      pep.start();
      err.println("%d doors are open".formatted(configuration.doors().size()));
      return attend(pep, new Renewal(certificates, first, pep::renew, err));
    }
  }

  private int attend(ReferencePep pep, Renewal renewal) {
    try {
      while (!(pep.state() instanceof ProductState.Exited exited)) {
        clock.await(BETWEEN_LOOKS);
        renewal.look();
      }
      err.println(exited.lastWords());
      return ForegroundProgram.BROKEN;
    } catch (InterruptedException _) {
      err.println("told to stop");
      return ENDED; // the caller ends the process, so nobody asks for the interrupt any more
    }
  }
}
