package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The test of the bench, tested: it sees faults that are there and none that is not. Only scenarios
 * that judge by effect alone are driven, so that a busy host makes no difference.
 */
class MutantsIT {
  private static final String BY_EFFECT = "(@DEC-02 or @DEC-03 or @MNT-06) and not @SAF-01";

  @TempDir private Path runs;

  @Test
  void brokenProductsAreCaughtByTheirEffectOnThePlant() throws IOException {
    Said said = mutants("second-factor-assumed", "window-ignored");

    assertThat(said.err()).isEmpty();
    assertThat(said.code()).as(said.out()).isZero();
    assertThat(said.out())
        .containsSubsequence(
            "control, reference",
            "mutant 1 of 2, second-factor-assumed",
            "mutant 2 of 2, window-ignored")
        .containsSubsequence(
            "CAUGHT    second-factor-assumed (DEC-02)",
            "caught  No second factor",
            "seen    LIC-402.SP changed from 50.0 to 85.0",
            "CAUGHT    window-ignored (DEC-03, REV-01)",
            "caught  A ticket whose window has not opened yet",
            "seen    LIC-402.SP changed from 50.0 to 85.0")
        .contains("2 driven, 2 caught, 0 survived, 0 open");
    assertThat(folders())
        .hasSize(3)
        .allSatisfy(folder -> assertThat(folder.resolve("history.ndjson")).isNotEmptyFile());
  }

  @Test
  void aProductWithoutFaultSurvivesAndThatIsAFailureOfTheBench() throws IOException {
    Said said = mutants(NoFault.ID);

    assertThat(said.err()).isEmpty();
    assertThat(said.code()).as(said.out()).isEqualTo(ExitCode.FAILED);
    assertThat(said.out())
        .containsSubsequence(
            "control, reference: (@DEC-03)",
            "mutant 1 of 1, no-fault: (@DEC-03)",
            "control, reference: not (@DEC-03)",
            "mutant 1 of 1, no-fault: not (@DEC-03)",
            "SURVIVED  no-fault (DEC-03)")
        .contains("1 driven, 0 caught, 1 survived, 0 open");
    assertThat(folders()).hasSize(4);
  }

  private Said mutants(String... ids) {
    List<String> arguments =
        new ArrayList<>(List.of("mutants", "--out", runs.toString(), "--tags", BY_EFFECT));
    for (String id : ids) {
      arguments.addAll(List.of("--only", id));
    }
    return Said.by(arguments.toArray(String[]::new));
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> found = Files.list(runs)) {
      return found.toList();
    }
  }
}
