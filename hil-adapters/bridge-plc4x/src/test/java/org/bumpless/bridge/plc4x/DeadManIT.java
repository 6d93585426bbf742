package org.bumpless.bridge.plc4x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bumpless.adapter.bridge.BridgeEvent;
import org.bumpless.adapter.bridge.Reading;
import org.bumpless.adapter.bridge.RealController;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.plant.model.TagValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * However the bench ends, the real controller gets its recorded values back, and nobody is left.
 */
@Timeout(180)
class DeadManIT {
  private static final Duration DEAD_MAN = Duration.ofSeconds(5);
  private static final Duration WAIT_MAX = Duration.ofSeconds(30);
  private static final float RECORDED = 50;

  @TempDir private Path folder;
  private RealPlc plc;
  private Optional<Process> started = Optional.empty();

  @BeforeEach
  void start() throws Exception {
    plc = new RealPlc(folder);
  }

  @AfterEach
  void end() {
    started.ifPresent(Process::destroyForcibly);
    plc.close();
  }

  @Test
  void aBenchThatIsKilled() throws Exception {
    Process bench = bench();
    List<ProcessHandle> bridge = bridges(bench.toHandle()).toList();
    assertThat(bridge).as("processes at the controller").hasSize(1);

    bench.destroyForcibly();

    awaitRecorded(DEAD_MAN);
    awaitGone(bridge);
    assertThat(plc.setPoints().getLast()).as("and nothing after that").isEqualTo(RECORDED);
  }

  @Test
  void aBenchThatHangsAndWakesUpAgain() throws Exception {
    Process bench = bench();
    List<ProcessHandle> bridge = bridges(bench.toHandle()).toList();
    signal("STOP", bench.pid());

    awaitRecorded(DEAD_MAN);
    int writes = plc.setPoints().size();
    signal("CONT", bench.pid());
    awaitGone(bridge);
    await("the bench has woken up and wants to write")
        .pollDelay(Duration.ofSeconds(1))
        .atMost(WAIT_MAX)
        .until(bench::isAlive);

    assertThat(plc.setPoints()).as("it has lost its say").hasSize(writes);
    bench.destroyForcibly();
    assertThat(bench.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aBridgeThatIsKilled() throws Exception {
    Bridges bridges = Bridges.modbus(folder, plc.port());
    RealController real = bridges.open();
    TagValue value = new TagValue.Real(77);
    assertThat(real.offer(Bridges.SP, value)).isTrue();
    await("written")
        .atMost(WAIT_MAX)
        .until(
            () ->
                real.read(Bridges.SP)
                    .equals(Optional.of(new Reading(Reading.Quality.GOOD, value))));
    bridges(ProcessHandle.current()).forEach(ProcessHandle::destroyForcibly);
    await("the bench knows")
        .atMost(WAIT_MAX)
        .until(() -> bridges.events.stream().anyMatch(e -> e.kind() == BridgeEvent.Kind.ENDED));
    assertThat(real.sound()).isFalse();
    assertThat(real.offer(Bridges.SP, value)).isFalse();

    real.close();

    assertThat(plc.setPoints()).containsExactly(77f, RECORDED);
    assertThat(bridges(ProcessHandle.current())).isEmpty();
  }

  @Test
  void aControllerThatIsGoneAtTheEnd() throws Exception {
    RealController real = Bridges.modbus(folder, plc.port()).deadMan(DEAD_MAN).open();
    TagValue value = new TagValue.Real(77);
    assertThat(real.offer(Bridges.SP, value)).isTrue();
    await("written").atMost(WAIT_MAX).until(() -> plc.setPoints().contains(77f));
    plc.close();

    assertThatThrownBy(real::close)
        .isInstanceOf(ProductException.class)
        .hasMessageStartingWith("LIC-1 does NOT have back the values")
        .hasMessageContaining("set LIC-1.SP to 50.0 (holding-register:")
        .hasMessageContaining("bridge-LIC-1.ndjson")
        .extracting("fault")
        .isEqualTo(ProductException.Cause.UNAVAILABLE);
    assertThat(bridges(ProcessHandle.current())).isEmpty();
  }

  @Test
  void anInterruptDoesNotKeepTheValuesFromComingBack() throws Exception {
    RealController real = Bridges.modbus(folder, plc.port()).deadMan(DEAD_MAN).open();
    assertThat(real.offer(Bridges.SP, new TagValue.Real(77))).isTrue();
    await("written").atMost(WAIT_MAX).until(() -> plc.setPoints().contains(77f));

    Thread.currentThread().interrupt();
    real.close();

    assertThat(Thread.interrupted()).as("and it is kept").isTrue();
    assertThat(plc.setPoints()).containsExactly(77f, RECORDED);
    assertThat(bridges(ProcessHandle.current())).isEmpty();
  }

  @Test
  void aBridgeThatIsToldToEnd() throws Exception {
    Process bench = bench();
    List<ProcessHandle> bridge = bridges(bench.toHandle()).toList();

    bridge.forEach(ProcessHandle::destroy);

    awaitRecorded(DEAD_MAN);
    awaitGone(bridge);
    bench.destroyForcibly();
    assertThat(bench.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private Process bench() throws Exception {
    Process bench =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BenchThatDies.class.getName(),
                folder.toString(),
                Integer.toString(plc.port()),
                Long.toString(DEAD_MAN.toMillis()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    started = Optional.of(bench);
    assertThat(bench.inputReader().readLine()).isEqualTo(BenchThatDies.READY);
    return bench;
  }

  private void awaitRecorded(Duration limit) {
    await("the recorded value is back")
        .atMost(limit)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> plc.setPoints().getLast() == RECORDED);
  }

  private static void awaitGone(List<ProcessHandle> processes) {
    await("nobody is left")
        .atMost(WAIT_MAX)
        .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static Stream<ProcessHandle> bridges(ProcessHandle parent) {
    return parent.descendants().filter(p -> p.info().command().orElse("").endsWith("/java"));
  }

  private static void signal(String name, long pid) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }
}
