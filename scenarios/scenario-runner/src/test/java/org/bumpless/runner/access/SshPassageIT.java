package org.bumpless.runner.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.bumpless.adapter.pep.Doors;
import org.bumpless.adapter.pep.PemFiles;
import org.bumpless.adapter.services.CertificateAuthority;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plc.passage.TurnedAwayException;
import org.bumpless.runner.ThirdParty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients of a real jump host, which believes the plant CA. */
@Timeout(60)
class SshPassageIT {
  private static final Duration READY_WITHIN = Duration.ofSeconds(10);
  private static final Duration GONE_WITHIN = Duration.ofSeconds(5);

  @TempDir private Path folder;
  private PlantServices services;
  private SshKeyring keyring;
  private Process server;
  private ScriptedGate controller;
  private InetSocketAddress gate;

  @BeforeEach
  void start() throws Exception {
    ThirdParty.require("ssh", "openssh-client");
    ThirdParty.require("sshd", "openssh-server");
    services =
        ServiceLoader.load(PlantServices.Factory.class)
            .findFirst()
            .orElseThrow()
            .start(
                "plant",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new RealClock());
    keyring = new SshKeyring(services.authority().trust());
    controller = new ScriptedGate();
    gate = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
    PemFiles.write(
        folder, identity(services.authority(), "asset/pep"), services.authority().trust());
    Files.writeString(
        folder.resolve("principals"),
        "permitopen=\"127.0.0.1:%d\" asset/SCADA-1\n".formatted(controller.address().getPort()));
    Files.writeString(folder.resolve("sshd_config"), configuration());
    server =
        new ProcessBuilder(
                "unshare",
                "--user",
                "--map-user=65534",
                "--map-group=65534",
                "--",
                "/usr/sbin/sshd",
                "-D",
                "-e",
                "-f",
                folder.resolve("sshd_config").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    await("sshd listens")
        .atMost(READY_WITHIN)
        .until(() -> Doors.accepts(gate, Duration.ofSeconds(1)));
  }

  private String configuration() {
    return """
    ListenAddress 127.0.0.1:%d
    HostKey %s/product.key
    HostCertificate %s/product-cert.pub
    TrustedUserCAKeys %s/ssh-ca.pub
    AuthorizedPrincipalsFile %s/principals
    AuthorizedKeysFile none
    PidFile none
    UsePAM no
    StrictModes no
    AllowTcpForwarding local
    """
        .formatted(gate.getPort(), folder, folder, folder, folder);
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      server.destroyForcibly().waitFor();
      controller.close();
      keyring.close();
      services.close();
    }
  }

  @Test
  void whoIsOnTheListSpeaksToTheControllerAndNothingOfTheWayIsLeft() throws Exception {
    long before = ours();
    try (Socket socket =
        pass(identity(services.authority(), "asset/SCADA-1"), controller.address())) {
      socket.getOutputStream().write("frame".getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readNBytes(5))
          .isEqualTo("frame".getBytes(StandardCharsets.US_ASCII));
      assertThat(ours()).as("the client's ssh").isGreaterThan(before);
    }
    await("ssh has ended").atMost(GONE_WITHIN).until(() -> ours() == before);
  }

  @Test
  void whatIsNotPermittedIsRefusedInTheServersOwnWords() throws Exception {
    InetSocketAddress other = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    assertThatThrownBy(() -> pass(identity(services.authority(), "asset/SCADA-1"), other))
        .isInstanceOfSatisfying(TurnedAwayException.class, e -> assertThat(e.refused()).isTrue())
        .hasMessageContaining("administratively prohibited");
  }

  @Test
  void aPrincipalThatIsNotOnTheListIsRefused() {
    assertDenied(identity(services.authority(), "asset/INTRUDER"));
  }

  @Test
  void aCertificateOfAnotherAuthorityIsRefused() {
    assertDenied(identity(services.foreignAuthority(), "asset/SCADA-1"));
  }

  @Test
  void aCertificateThatHasEndedIsRefused() {
    Instant end = Instant.parse("2026-01-01T00:00:00Z");
    assertDenied(
        services
            .authority()
            .issue(
                new CertificateAuthority.SvidRequest(
                    "asset/SCADA-1", "SCADA-1", end.minusSeconds(60), end, List.of(), "")));
  }

  @Test
  void aHostThatThePlantCaDoesNotKnowIsNotBelieved() throws Exception {
    try (SshKeyring strangers = new SshKeyring(services.foreignAuthority().trust())) {
      Identity scada = identity(services.authority(), "asset/SCADA-1");
      assertThatThrownBy(
              () -> passage(strangers, scada, controller.address()).pass(Origins.departure(gate)))
          .hasMessageContaining("Host key verification failed");
    }
  }

  private void assertDenied(Identity identity) {
    assertThatThrownBy(() -> pass(identity, controller.address()))
        .isInstanceOfSatisfying(TurnedAwayException.class, e -> assertThat(e.refused()).isTrue())
        .hasMessageContaining("Permission denied");
  }

  private Socket pass(Identity identity, InetSocketAddress target) throws IOException {
    return passage(keyring, identity, target).pass(Origins.departure(gate));
  }

  private static SshPassage passage(
      SshKeyring keyring, Identity identity, InetSocketAddress target) {
    Optional<SshKeyring.Held> keys = keyring.of(identity);
    assertThat(keys).isPresent();
    return new SshPassage(
        SshPrograms.installed(), keyring, new SshPassage.Jump(target, "nobody", "asset/pep", keys));
  }

  private static Identity identity(CertificateAuthority authority, String path) {
    Instant now = new RealClock().instant();
    return authority.issue(
        new CertificateAuthority.SvidRequest(
            path, path, now.minusSeconds(60), now.plusSeconds(600), List.of(), ""));
  }

  /** Processes of this JVM that are alive. */
  private static long ours() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }
}
