package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bumpless compare}, with a report as it is published. */
class CompareCommandTest {
  private static final Path REPORT =
      Path.of("../../reports/src/test/resources/org/bumpless/reports/json/report.golden.json");

  @TempDir private Path later;

  @Test
  void aScenarioThatFailsNowEndsWithOne() throws IOException {
    String report = Files.readString(REPORT);
    Files.writeString(
        later.resolve("report.json"),
        report.replaceAll("\"standing\" : \"(PASS|INCONCLUSIVE)\"", "\"standing\" : \"FAIL\""));

    Said said = Said.by("compare", REPORT.toString(), later.toString());

    assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.FAILED);
    assertThat(said.out()).contains("worse ", ": FAIL, was PASS", "REGRESSION: ");
  }

  @Test
  void whatTheFiguresLeaveOpenEndsWithTwo() throws IOException {
    Files.copy(REPORT, later.resolve("report.json"));

    Said said = Said.by("compare", REPORT.toString(), later.toString(), "--threshold", "0");

    assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(said.out()).contains("undecided  added latency p50", "UNDECIDED: ");
  }

  @Test
  void whatCannotBeReadIsSaidWithItsPlace() {
    Said missing = Said.by("compare", REPORT.toString(), later.toString());
    assertThat(missing.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(missing.err()).contains(later + ": found no report.json there; expected");

    Said wrong = Said.by("compare", REPORT.toString(), REPORT.toString(), "--threshold", "7");
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("--threshold: found 7.0; expected a part of the budget");
  }
}
