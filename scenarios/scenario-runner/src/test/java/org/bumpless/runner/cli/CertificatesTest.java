package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bumpless.adapter.sut.SutFile;
import org.bumpless.plant.engine.clock.ManualClock;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.reports.certificate.BundleCheck;
import org.bumpless.reports.certificate.SigningKey;
import org.bumpless.runner.InputException;
import org.bumpless.runner.MissingException;
import org.bumpless.scenario.profile.ProfileFile;
import org.bumpless.scenario.result.HostFacts;
import org.bumpless.scenario.result.Measured;
import org.bumpless.scenario.result.RunManifest;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.ScanFacts;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");

  @TempDir Path folder;
  private final StringWriter said = new StringWriter();

  @Test
  void aPassLeavesABundleThatHolds() throws IOException, BadFileException {
    Files.writeString(folder.resolve("report.json"), "{}");

    tell(new Verdict.Pass());

    assertThat(said.toString())
        .contains("certificate: " + folder.resolve("certificate/certificate.json"))
        .contains("signed with a key that was made for this run");
    assertThat(BundleCheck.problems(folder)).isEmpty();
    assertThat(folder.resolve("certificate/certificate.json"))
        .content()
        .contains("\"PASS\"", "\"2026-03-01T06:00:00Z\"", "\"report.json\"");
  }

  @Test
  void whatHasNotPassedLeavesNone() throws BadFileException {
    tell(new Verdict.Fail("it opened"));

    assertThat(said.toString().strip()).isEqualTo("no certificate: the verdict is FAIL");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aBundleThatIsThereAlreadyIsNotReplaced() throws IOException, BadFileException {
    Files.createDirectory(folder.resolve("certificate"));

    assertThatThrownBy(() -> tell(new Verdict.Pass()))
        .isInstanceOf(MissingException.class)
        .hasMessageStartingWith(folder + ": the certificate cannot be written: ");
  }

  @Test
  void aKeyFileThatIsNoneIsBadInput() {
    Path file = folder.resolve("lab.pem");

    assertThatThrownBy(() -> Certificates.key(Optional.of(file)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": cannot be read");
  }

  private void tell(Verdict verdict) throws BadFileException {
    Certificates.tell(
        new Runs.Left(result(verdict), folder),
        SigningKey.madeForThisRun(),
        new ManualClock(NOW),
        new PrintWriter(said));
  }

  private static RunResult result(Verdict verdict) throws BadFileException {
    Path file = Shipped.file("scenarios/suts/direct/sut.yaml");
    RunManifest.SourceFile source = new RunManifest.SourceFile(file, Optional.empty(), "0");
    RunManifest manifest =
        new RunManifest(
            "20260301-055900-direct-1",
            NOW.minusSeconds(60),
            new RunManifest.Origin(
                CertifyCommand.NAME, source, source, source, "./bumpless certify"),
            "",
            1,
            "unknown",
            "development",
            PlantFile.read(Shipped.file("scenarios/plants/tank-farm.yaml")),
            SutFile.read(file),
            ProfileFile.read(Shipped.file("scenarios/profiles/standard.yaml")),
            new HostFacts(
                "Linux",
                "a processor",
                "a JVM",
                2,
                1024,
                OptionalDouble.empty(),
                "real",
                "loopback",
                "SCHED_OTHER"));
    return new RunResult(
        manifest,
        RunResult.Status.FINISHED,
        NOW,
        verdict,
        ScanFacts.NONE,
        0,
        Map.of(),
        List.of(),
        List.of(),
        Measured.NOTHING,
        List.of(),
        List.of(),
        List.of());
  }
}
