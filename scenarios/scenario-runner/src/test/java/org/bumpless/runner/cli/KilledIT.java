package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bumpless.plant.network.netns.NetnsFabric;
import org.bumpless.runner.ThirdParty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bench that the kernel kills (SIGKILL) at some moment, without a last word. */
class KilledIT {
  private static final int SOME = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path out;
  private Path said;
  private Process bench;
  private Set<String> before;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    ThirdParty.require("haproxy", "haproxy");
    ThirdParty.require(NetnsFabric.obstacle());
    before = ofTheHost();
    said = out.resolve("said.txt");
    bench =
        OwnJvm.command(
                "run",
                "--fabric",
                "netns",
                "--sut",
                Ran.shipped("haproxy-mtls").toString(),
                "--tags",
                "@MNT-01 or @ENF-05",
                "--out",
                out.resolve("runs").toString())
            .redirectOutput(Redirect.to(said.toFile()))
            .start();
  }

  @AfterEach
  void stop() {
    bench.descendants().forEach(ProcessHandle::destroyForcibly);
    bench.destroyForcibly();
  }

  @Test
  void whileItWiresThePlantNothingIsLeft() throws Exception {
    await("the first switch").atMost(PATIENCE).until(() -> said().contains("starting the plant"));

    await("the first hosts").atMost(PATIENCE).until(() -> namespaces() > SOME);

    assertNothingIsLeft();
  }

  @Test
  void whileTheProductStandsInThePathNothingIsLeft() throws Exception {
    await("the first scenario").atMost(PATIENCE).until(() -> said().contains("PASS"));
    assertThat(bench.descendants())
        .as("what the bench has started")
        .anyMatch(child -> child.info().command().orElse("").endsWith("/haproxy"));

    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() throws Exception {
    List<ProcessHandle> children = bench.descendants().toList();
    assertThat(bench.isAlive()).as(said()).isTrue();
    bench.destroyForcibly();
    await("the end of the bench").atMost(PATIENCE).until(() -> !bench.isAlive());
    await("the end of all that it started")
        .atMost(PATIENCE)
        .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    await("the host as it was before")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(ofTheHost()).isEqualTo(before));
  }

  /** How many network namespaces the bench holds open. */
  private long namespaces() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/" + bench.pid() + "/fd"))) {
      return files.filter(KilledIT::isNamespace).count();
    }
  }

  private static boolean isNamespace(Path file) {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("net:");
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private String said() throws IOException {
    return Files.exists(said) ? Files.readString(said) : "";
  }

  /**
   * The network devices, mounts and named namespaces of the host. A namespace without a name lives
   * as long as a process in it or with a file of it open.
   */
  private static Set<String> ofTheHost() throws IOException {
    try (Stream<Path> devices = Files.list(Path.of("/sys/class/net"));
        Stream<String> mounts = Files.lines(Path.of("/proc/self/mounts"))) {
      Stream<String> named =
          Arrays.stream(
              Objects.requireNonNullElse(Path.of("/run/netns").toFile().list(), new String[0]));
      return Stream.of(devices.map(Path::toString), mounts, named)
          .flatMap(lines -> lines)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
