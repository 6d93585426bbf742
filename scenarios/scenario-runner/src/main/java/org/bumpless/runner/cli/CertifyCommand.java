package org.bumpless.runner.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.reports.certificate.SigningKey;
import org.bumpless.scenario.result.RunManifest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bumpless certify}: a run of the whole profile, and a signed certificate if it passes. */
@Command(
    name = CertifyCommand.NAME,
    description =
        "Certifies a product against a profile: a run, and a signed certificate if it passes.",
    mixinStandardHelpOptions = true)
final class CertifyCommand implements Callable<Integer> {
  static final String NAME = RunManifest.Origin.CERTIFY;

  @Mixin private RunOptions options = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--sut",
      required = true,
      paramLabel = "FILE",
      description = "the product's sut.yaml")
  private Path sut = Path.of("sut.yaml");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "the lab's Ed25519 private key, PKCS#8 in PEM, to sign the certificate with (default: a key made for this run)")
  private @Nullable Path key;

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("picocli gave no command spec");
    }
    return certify(options, sut, Optional.ofNullable(key), spec.commandLine().getOut());
  }

  /** Runs, tells how it ended and issues the certificate; the exit code. */
  static int certify(RunOptions options, Path sut, Optional<Path> lab, PrintWriter out)
      throws BadFileException, InterruptedException {
    SigningKey key = Certificates.key(lab);
    Runs.Left left = Runs.run(options, sut, NAME, out);
    Certificates.tell(left, key, new RealClock(), out);
    return ExitCode.of(left.result());
  }
}
