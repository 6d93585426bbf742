package org.bumpless.reports.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person checks a certificate with OpenSSL, as the README says; a lab makes its key with it. */
class OpensslIT {
  @TempDir Path run;

  @BeforeEach
  void programIsThere() {
    String missing = "openssl is not on the PATH: install the package openssl";
    boolean there =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(p -> Files.isExecutable(Path.of(p, "openssl")));
    if (!there && "true".equals(System.getenv("CI"))) {
      fail(missing);
    } else if (!there) {
      System.err.println("SKIPPED: " + missing);
      abort(missing);
    }
  }

  @Test
  void checksASignatureOfTheLabsKeyAndFindsAChange() throws Exception {
    Path lab = run.resolveSibling(run.getFileName() + "-lab.pem");
    try {
      assertThat(openssl("genpkey", "-algorithm", "ed25519", "-out", lab.toString()))
          .startsWith("0 ");
      Files.writeString(run.resolve("report.json"), "{}");
      Path certificate = Bundle.issue(run, BundleTest.STATED, SigningKey.ofLab(lab));

      assertThat(openssl("pkey", "-in", lab.toString(), "-pubout"))
          .contains(Files.readString(certificate.resolveSibling("public-key.pem")).strip());
      assertThat(check(certificate)).isEqualTo("0 Signature Verified Successfully");

      Files.writeString(certificate, Files.readString(certificate).replace("PASS", "pass"));
      assertThat(check(certificate)).isEqualTo("1 Signature Verification Failure");
    } finally {
      Files.deleteIfExists(lab);
    }
  }

  private String check(Path certificate) throws IOException, InterruptedException {
    return openssl(
        "pkeyutl",
        "-verify",
        "-pubin",
        "-inkey",
        certificate.resolveSibling("public-key.pem").toString(),
        "-rawin",
        "-in",
        certificate.toString(),
        "-sigfile",
        certificate.resolveSibling("certificate.json.sig").toString());
  }

  /** Exit code and what it said. */
  private static String openssl(String... arguments) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList())
            .redirectErrorStream(true)
            .start();
    try {
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("openssl ends").isTrue();
      return process.exitValue() + " " + said.strip();
    } finally {
      process.destroyForcibly();
    }
  }
}
