package org.bumpless.plc.st;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plc.st.problem.StException;
import org.bumpless.plc.st.run.StInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole programs, from a folder: each compiles and scans for a while without a fault. Another
 * folder is given by {@code -Dst.corpus=DIR}.
 */
class CorpusTest {
  private static final int SCANS = 1_000;
  private static final long PERIOD_NANOS = 10_000_000;

  static List<Path> programs() throws IOException, URISyntaxException {
    Path folder =
        Optional.ofNullable(System.getProperty("st.corpus"))
            .map(Path::of)
            .orElse(
                Path.of(Objects.requireNonNull(CorpusTest.class.getResource("corpus")).toURI()));
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".st"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void compilesAndScans(Path file) throws IOException, StException {
    StInstance program =
        new StCompiler()
            .compile(
                file.getFileName().toString(),
                ProgramText.decoded(Files.readAllBytes(file)).orElseThrow())
            .start(new Scanned.Memory());

    assertThatCode(
            () -> {
              for (int scan = 0; scan < SCANS; scan++) {
                program.scan(scan * PERIOD_NANOS);
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void thereAreSome() throws IOException, URISyntaxException {
    assertThat(programs()).isNotEmpty();
  }
}
