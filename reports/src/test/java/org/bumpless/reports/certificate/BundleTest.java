package org.bumpless.reports.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
  static final Statement STATED =
      new Statement(
          "20260301-060000-gate-7",
          new Statement.Product("gate", "The gate", "Gate 1.2 of Gatemakers"),
          new Statement.Named("tank-farm", "Tank farm"),
          new Statement.Named("standard", "Standard profile"),
          7,
          "PASS",
          List.of(
              new Statement.Standing("IDN-01", "PASS", "An expired certificate opens nothing."),
              new Statement.Standing("REV-01", "NOT APPLICABLE", "A revoked session ends.")),
          Instant.parse("2026-03-01T06:00:00Z"),
          Instant.parse("2026-03-01T06:01:20Z"),
          Instant.parse("2026-03-01T06:01:21Z"),
          "0.1.0",
          "0123456789abcdef0123456789abcdef01234567");

  @TempDir Path run;

  @BeforeEach
  void evidence() throws IOException {
    Files.writeString(run.resolve("report.json"), "{\"verdict\": \"PASS\"}\n");
    Files.createDirectories(run.resolve("latency"));
    Files.write(run.resolve("latency").resolve("1-direct.hlog"), new byte[] {1, 2, 3});
    Files.createFile(run.resolve("empty.log"));
  }

  @Test
  void saysWhatWasCertifiedAndHashesEveryFile() throws IOException {
    Path file = Bundle.issue(run, STATED, SigningKey.madeForThisRun());

    JsonNode certificate = new JsonMapper().readTree(file.toFile());
    assertThat(certificate.path("verdict").asText()).isEqualTo("PASS");
    assertThat(certificate.path("product").path("product").asText())
        .isEqualTo("Gate 1.2 of Gatemakers");
    assertThat(certificate.path("plant").path("id").asText()).isEqualTo("tank-farm");
    assertThat(certificate.path("profile").path("id").asText()).isEqualTo("standard");
    assertThat(certificate.path("seed").asLong()).isEqualTo(7);
    assertThat(certificate.path("issued").asText()).isEqualTo("2026-03-01T06:01:21Z");
    assertThat(certificate.path("commit").asText()).hasSize(40);
    assertThat(certificate.path("signature").path("signedWith").asText())
        .contains("made for this run")
        .contains("not who issued");
    assertThat(certificate.path("requirements").findValuesAsText("standing"))
        .containsExactly("PASS", "NOT APPLICABLE");
    assertThat(certificate.path("evidence").findValuesAsText("file"))
        .containsExactly("empty.log", "latency/1-direct.hlog", "report.json");
    assertThat(certificate.path("evidence").path(0).path("sha256").asText())
        .as("SHA-256 of no bytes, FIPS 180-4")
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(certificate.path("evidence").path(1).path("bytes").asLong()).isEqualTo(3);
    assertThat(BundleCheck.problems(run)).isEmpty();
  }

  @Test
  void theSameRunIsCertifiedOnce() throws IOException {
    Bundle.issue(run, STATED, SigningKey.madeForThisRun());

    assertThatThrownBy(() -> Bundle.issue(run, STATED, SigningKey.madeForThisRun()))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(BundleCheck.problems(run)).isEmpty();
    try (Stream<Path> left = Files.list(run)) {
      assertThat(left.map(f -> f.getFileName().toString())).doesNotContain("certificate.part");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.json", "latency/1-direct.hlog"})
  void oneOtherByteOfEvidenceIsFound(String name) throws IOException {
    Bundle.issue(run, STATED, SigningKey.madeForThisRun());
    for (int place = 0; place < Files.size(run.resolve(name)); place++) {
      flip(run.resolve(name), place);
      assertThat(BundleCheck.problems(run))
          .as("byte %d changed", place)
          .containsExactly(name + " was changed after the certificate was issued");
      flip(run.resolve(name), place);
    }
    assertThat(BundleCheck.problems(run)).isEmpty();
  }

  @Test
  void oneOtherByteOfTheCertificateIsFound() throws IOException {
    Path certificate = Bundle.issue(run, STATED, SigningKey.madeForThisRun());
    for (int place = 0; place < Files.size(certificate); place += 7) {
      flip(certificate, place);
      assertThat(BundleCheck.problems(run))
          .as("byte %d changed", place)
          .contains("certificate.json is not what was signed with public-key.pem");
      flip(certificate, place);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"certificate.json.sig", "public-key.pem"})
  void oneOtherByteOfSignatureOrKeyIsFound(String name) throws IOException {
    Path file = Bundle.issue(run, STATED, SigningKey.madeForThisRun()).resolveSibling(name);
    flip(file, 30);

    assertThat(BundleCheck.problems(run))
        .containsExactly("certificate.json is not what was signed with public-key.pem");
  }

  @Test
  void aFileLostOrAddedIsFound() throws IOException {
    Bundle.issue(run, STATED, SigningKey.madeForThisRun());
    Files.delete(run.resolve("empty.log"));
    Files.writeString(run.resolve("later.txt"), "later");

    assertThat(BundleCheck.problems(run))
        .containsExactly(
            "later.txt was added after the certificate was issued", "empty.log is missing");
  }

  @Test
  void withoutABundleEveryPartIsMissing() throws IOException {
    assertThat(BundleCheck.problems(run))
        .containsExactly(
            "certificate/certificate.json is missing",
            "certificate/certificate.json.sig is missing",
            "certificate/public-key.pem is missing");
  }

  private static void flip(Path file, int place) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[place] ^= 1;
    Files.write(file, bytes);
  }
}
