package org.bumpless.pep.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.bumpless.pep.process.Programs;

/**
 * A docker of the test's own, beside whatever docker the host has: its daemon, and a folder of
 * programs in which {@code docker} speaks to that daemon and there is no podman.
 */
final class Dockerd implements AutoCloseable {
  private static final Duration UP_WITHIN = Duration.ofSeconds(30);

  /** What an image is made with, and what watches over a product. */
  private static final List<String> OTHERS =
      List.of("ldd", "tar", "sh", "setsid", "rm", "cat", "env");

  private final Process daemon;
  private final Programs programs;
  private final Path network;

  /**
   * @param network what the daemon keeps its network by, as a mount that it leaves
   */
  private Dockerd(Process daemon, Programs programs, Path network) {
    this.daemon = daemon;
    this.programs = programs;
    this.network = network;
  }

  /**
   * Starts the daemon. Without the programs the test fails in CI and is skipped loudly elsewhere;
   * on a host whose kernel does not let a daemon come up it is skipped loudly.
   */
  static Dockerd require(Path folder) throws Exception {
    for (String program : List.of("dockerd", "docker", "haproxy")) {
      if (Engines.PROGRAMS.find(program).isEmpty()) {
        missing(program + " is not installed: apt-get install docker.io haproxy");
      }
    }
    Path socket = folder.resolve("docker.sock");
    Path log = folder.resolve("dockerd.log");
    Process daemon =
        new ProcessBuilder(
                Engines.PROGRAMS.find("dockerd").orElseThrow().toString(),
                "--iptables=false",
                "--ip6tables=false",
                "--bridge=none",
                "--storage-driver=vfs",
                "--data-root=" + folder.resolve("data"),
                "--exec-root=" + folder.resolve("exec"),
                "--pidfile=" + folder.resolve("dockerd.pid"),
                "--host=unix://" + socket)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Dockerd docker =
        new Dockerd(
            daemon, programs(folder, socket), folder.resolve("exec").resolve("netns/default"));
    try {
      Awaitility.await()
          .atMost(UP_WITHIN)
          .until(() -> !daemon.isAlive() || docker.engine(folder).call("info").yes());
    } catch (ConditionTimeoutException e) {
      docker.close();
      throw e;
    }
    if (!daemon.isAlive()) {
      loudly("docker's daemon does not come up on this host: " + last(log));
    }
    return docker;
  }

  private static Programs programs(Path folder, Path socket) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String other : OTHERS) {
      Files.createSymbolicLink(
          bin.resolve(other), Engines.PROGRAMS.find(other).orElseThrow().toRealPath());
    }
    Path command = bin.resolve("docker");
    Files.writeString(
        command,
        "#!/bin/sh\nexec %s --host unix://%s \"$@\"\n"
            .formatted(Engines.PROGRAMS.find("docker").orElseThrow(), socket));
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Programs(List.of(bin));
  }

  Programs programs() {
    return programs;
  }

  Engine engine(Path folder) throws Exception {
    return Engine.installed(programs, folder);
  }

  private static String last(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.isEmpty() ? "it says nothing" : lines.getLast();
  }

  private static void missing(String why) {
    if (Optional.ofNullable(System.getenv("CI")).equals(Optional.of("true"))) {
      fail(why);
    }
    loudly(why);
  }

  private static void loudly(String why) {
    System.err.println("SKIPPED: " + why);
    abort(why);
  }

  @Override
  public void close() throws IOException {
    daemon.destroy();
    try {
      assertThat(daemon.waitFor(30, TimeUnit.SECONDS)).as("dockerd ends").isTrue();
      if (Files.exists(network)) {
        Process umount = new ProcessBuilder("umount", network.toString()).start();
        assertThat(umount.waitFor(10, TimeUnit.SECONDS)).as("umount ends").isTrue();
        assertThat(umount.exitValue()).as("umount").isZero();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      daemon.destroyForcibly();
    }
  }
}
