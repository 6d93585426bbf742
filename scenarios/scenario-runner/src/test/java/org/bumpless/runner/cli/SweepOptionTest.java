package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bumpless run --sweep}. */
class SweepOptionTest {
  private static final String AXIS = "../plants/servo-axis.yaml";

  @TempDir private Path out;

  @Test
  void leavesATableAPageAndFigures() throws IOException {
    Said said =
        Said.by("run", "--plant", AXIS, "--sweep", "conduit=wires-1", "--out", out.toString());

    assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.PASSED);
    assertThat(said.out()).contains("wires-1", "MC-1", "nothing may stand here", "sweep.html");
    try (Stream<Path> made = Files.list(out)) {
      List<Path> folders = made.toList();
      assertThat(folders).hasSize(1);
      assertThat(Files.readString(folders.getFirst().resolve("sweep.json")))
          .contains("\"judgement\" : \"forbidden\"", "AX-1.driveFault trips");
      assertThat(Files.readString(folders.getFirst().resolve("sweep.html")))
          .contains("<svg", "nothing may stand here")
          .doesNotContain("src=");
    }
  }

  @Test
  void aConduitThatIsNotThereIsWrongUsageWithTheList() {
    Said said = Said.by("run", "--plant", AXIS, "--sweep", "conduit=wires-9");

    assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err())
        .contains("--sweep: found \"conduit=wires-9\"; expected conduit=NAME", "site-to-cell-1");
  }

  @Test
  void isNoRunOfScenarios() {
    Said said = Said.by("run", "--sweep", "conduit=all", "--repeat", "2");

    assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("or one beside --sweep; expected one");
  }
}
