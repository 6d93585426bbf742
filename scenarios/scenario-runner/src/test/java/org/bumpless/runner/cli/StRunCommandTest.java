package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StRunCommandTest {
  private static final String COUNTER =
      """
      PROGRAM Main
        VAR go AT %IX0.0 : BOOL; n, step : INT := 1; r : REAL; END_VAR
        IF go THEN n := n + step; END_IF;
        r := INT_TO_REAL(n) / 4.0;
      END_PROGRAM
      """;

  @TempDir private Path folder;

  @Test
  void theTableShowsTheScansInWhichSomethingChanges() throws IOException {
    Path program = write("counter.st", COUNTER);
    Path io = write("inputs", "3 %IX0.0 1 # starts\n5 MAIN.STEP 10\n6 %IX0.0 0\n");

    Said said =
        Said.by(
            "st",
            "run",
            program.toString(),
            "--scans",
            "10",
            "--watch",
            "n,MAIN.R",
            "--io",
            io.toString());

    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isEqualTo(ExitCode.PASSED);
    assertThat(said.out().lines())
        .containsExactly(
            "  scan       ms      MAIN.N      MAIN.R",
            "     0        0           1      0.2500",
            "     3       30           2      0.5000",
            "     4       40           3      0.7500",
            "     5       50          13       3.250",
            "     9       90          13       3.250");
  }

  @Test
  void elementsHaveTheIndexesThatTheProgramGivesThem() throws IOException {
    Path program =
        write(
            "table.st",
            """
            PROGRAM Main
              VAR m : ARRAY [1..2, -1..0] OF INT := [11, 12, 21, 22]; n : INT; END_VAR
              n := m[2, -1];
            END_PROGRAM
            """);
    Path io = write("inputs", "1 MAIN.M[2,-1] 7\n");

    Said said =
        Said.by(
            "st",
            "run",
            program.toString(),
            "--scans",
            "2",
            "--watch",
            "m[1,-1],m[2,-1],n",
            "--io",
            io.toString());

    assertThat(said.err()).isEmpty();
    assertThat(said.out().lines())
        .containsExactly(
            "  scan       ms  MAIN.M[1,-1]  MAIN.M[2,-1]      MAIN.N",
            "     0        0            11            21          21",
            "     1       10            11             7           7");
  }

  @Test
  void aTextOfAnOlderEngineeringStationIsReadAndABinaryFileIsNot() throws IOException {
    Path text = folder.resolve("old.st");
    Files.write(
        text,
        "(* F\u00fcllstand *) PROGRAM Main VAR n : INT := 3; END_VAR END_PROGRAM"
            .getBytes(StandardCharsets.ISO_8859_1));
    Path binary = folder.resolve("binary.st");
    Files.write(binary, new byte[] {0, 1, 2, (byte) 0xFE});

    assertThat(Said.by("st", "run", text.toString(), "--scans", "1").out()).contains("MAIN.N", "3");
    Said refused = Said.by("st", "run", binary.toString(), "--scans", "1");
    assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(refused.err()).contains("binary.st: is no text");
  }

  @Test
  void outputsShowAndTimesAreReadable() throws IOException {
    Path program =
        write(
            "blink.st",
            """
            PROGRAM Main
              VAR led AT %QX0.0 : BOOL; speed AT %QW3 : INT; t : TON; most : ULINT; END_VAR
              VAR day : DATE := D#2026-11-29; at_ : TOD := TOD#06:30:00; END_VAR
              t(IN := NOT t.Q, PT := T#1s500ms);
              IF t.Q THEN led := NOT led; speed := speed - 5; END_IF;
              most := 18446744073709551615;
            END_PROGRAM
            """);

    Said said =
        Said.by(
            "st",
            "run",
            program.toString(),
            "--scans",
            "3",
            "--period",
            "1s",
            "--watch",
            "led,speed,t.ET,t.PT,most,day,at_");

    assertThat(said.err()).isEmpty();
    assertThat(said.out().lines().toList().getLast().strip().split(" +"))
        .containsExactly(
            "2",
            "2000",
            "1",
            "-5",
            "T#1.5s",
            "T#1.5s",
            "18446744073709551615",
            "D#2026-11-29",
            "TOD#06:30");
  }

  @Test
  void aFaultEndsItWithItsLine() throws IOException {
    Path program =
        write("fault.st", "PROGRAM Main\nVAR a, b : INT; END_VAR\na := 1 / b;\nEND_PROGRAM\n");

    Said said = Said.by("st", "run", program.toString());

    assertThat(said.code()).isEqualTo(ExitCode.FAILED);
    assertThat(said.out()).contains("fault in scan 0: line 3: / by zero");
  }

  @Test
  void whatIsNoProgramIsABadFileWithAllItsProblems() throws IOException {
    Path program =
        write("bad.st", "PROGRAM Main\nVAR a : INT; END_VAR\na := TRUE;\nb := 1;\nEND_PROGRAM\n");

    Said said = Said.by("st", "run", program.toString());

    assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(said.err().lines())
        .containsExactly(
            program + ":3:6: \"TRUE\": this is BOOL and not INT; convert it: BOOL_TO_INT",
            program + ":4:1: \"b\": there is no variable b; declare it in a VAR section");
  }

  @Test
  void wrongNamesAndLinesAreTold() throws IOException {
    Path program = write("counter.st", COUNTER);
    Path io = write("inputs", "soon %IX0.0 1\n");

    assertThat(Said.by("st", "run", program.toString(), "--watch", "level").err())
        .startsWith("--watch: found no variable level; there are MAIN.");
    assertThat(Said.by("st", "run", program.toString(), "--io", io.toString()).err())
        .startsWith(io + ":1: found \"soon %IX0.0 1\"; expected the number of a scan");
    assertThat(Said.by("st", "run", program.toString(), "--scans", "0").code())
        .isEqualTo(ExitCode.USAGE);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
