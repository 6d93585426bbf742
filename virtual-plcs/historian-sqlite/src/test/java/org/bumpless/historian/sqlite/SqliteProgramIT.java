package org.bumpless.historian.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.station.Historian;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person opens the file with SQLite's own program, while it is written and afterwards. */
class SqliteProgramIT {
  private static final int POLLS = 400;

  @TempDir Path folder;
  private final NanoClock clock = new RealClock();

  @BeforeEach
  void programIsThere() {
    String missing = "sqlite3 is not on the PATH: install the package sqlite3";
    boolean there =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(p -> Files.isExecutable(Path.of(p, "sqlite3")));
    if (!there && "true".equals(System.getenv("CI"))) {
      fail(missing);
    } else if (!there) {
      System.err.println("SKIPPED: " + missing);
      abort(missing);
    }
  }

  @Test
  void isReadWhileItIsWrittenAndAfterwards() throws Exception {
    Historian historian = new SqliteHistorianProvider().open(Told.settings(folder, clock));
    try {
      for (int i = 0; i < POLLS; i++) {
        historian.polled(Told.level(clock.nanos(), i % 100));
      }
      await("samples to be seen from outside while the historian records")
          .atMost(Duration.ofSeconds(20))
          .until(() -> ask("SELECT count(*) FROM samples WHERE tag = 'LIC-1.PV'"), "400"::equals);
    } finally {
      historian.close();
    }

    assertThat(historian.account())
        .isEqualTo(new Historian.Account(POLLS, POLLS + 1, 0, Optional.empty()));
    assertThat(ask("PRAGMA integrity_check")).isEqualTo("ok");
    assertThat(
            ask("SELECT unit, quality, max(value) FROM samples WHERE tag='LIC-1.PV' GROUP BY 1, 2"))
        .isEqualTo("%|good|99.0");
    assertThat(ask("SELECT value FROM about WHERE name = 'polls lost'")).isEqualTo("0");
    assertThat(ask("SELECT julianday(max(time_utc)) > julianday('2025-01-01') FROM samples"))
        .as("SQLite's own date functions read the times")
        .isEqualTo("1");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly("historian.sqlite");
    }
  }

  private String ask(String query) throws IOException, InterruptedException {
    Process sqlite3 =
        new ProcessBuilder(
                List.of("sqlite3", "-batch", folder.resolve("historian.sqlite").toString(), query))
            .redirectErrorStream(true)
            .start();
    try {
      String said = new String(sqlite3.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(sqlite3.waitFor(20, TimeUnit.SECONDS)).as("sqlite3 ends").isTrue();
      assertThat(sqlite3.exitValue()).as("exit code of sqlite3, which said: %s", said).isZero();
      return said.strip();
    } finally {
      sqlite3.destroyForcibly();
    }
  }
}
