package org.bumpless.pep.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bumpless.adapter.testkit.Installed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a product outlives the bench, however the bench ends. */
@Timeout(120)
class JvmKilledIT {
  private static final Duration WAIT_MAX = Duration.ofSeconds(20);

  /** A child of the product that does not notice that its parent has gone. */
  private static final String STUBBORN_CHILD = "sleep 300 & echo $! > child;";

  @TempDir private Path folder;

  @BeforeEach
  void isInstalled() {
    Installed.require("haproxy", "apt-get install haproxy");
  }

  @Test
  void killedByTheKernel() throws Exception {
    Process bench = startBench("");
    List<ProcessHandle> product = bench.descendants().toList();
    assertThat(product).as("master, worker and keeper").hasSizeGreaterThanOrEqualTo(3);

    bench.destroyForcibly();

    awaitGone(product);
  }

  @Test
  void killedWithAChildThatDoesNotNotice() throws Exception {
    Process bench = startBench(STUBBORN_CHILD);
    List<ProcessHandle> product = bench.descendants().toList();
    long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
    assertThat(product).extracting(ProcessHandle::pid).contains(child);

    bench.destroyForcibly();

    awaitGone(product);
  }

  @Test
  void endsInOrder() throws Exception {
    Process bench = startBench(STUBBORN_CHILD);
    List<ProcessHandle> product = bench.descendants().toList();

    bench.getOutputStream().close();

    assertThat(bench.waitFor(WAIT_MAX.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(bench.exitValue()).isZero();
    assertThat(product).filteredOn(Processes::runs).isEmpty();
  }

  private Process startBench(String before) throws Exception {
    Process bench =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString(),
                before)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = bench.inputReader();
    assertThat(said.readLine()).isEqualTo(Holder.READY);
    return bench;
  }

  private static void awaitGone(List<ProcessHandle> processes) {
    await("product gone with the bench")
        .atMost(WAIT_MAX)
        .untilAsserted(() -> assertThat(processes).filteredOn(Processes::runs).isEmpty());
  }
}
