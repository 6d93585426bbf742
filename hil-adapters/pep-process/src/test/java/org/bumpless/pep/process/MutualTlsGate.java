package org.bumpless.pep.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Optional;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.adapter.testkit.Installed;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.identity.Identity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a real product that declares mutual TLS does, started from its shipped description. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MutualTlsGate {
  private static final Duration WAIT_MAX = Duration.ofSeconds(20);
  private static final String DOOR = "office-to-cell_LIC-1_modbus-tcp";

  private final String sut;
  private final String program;
  private TestSite site;

  /**
   * @param sut folder of its description
   * @param program the program that it consists of
   */
  MutualTlsGate(String sut, String program) {
    this.sut = sut;
    this.program = program;
  }

  TestSite site() {
    return site;
  }

  Pep gate() throws Exception {
    return new ProcessProvider().create(Suts.shipped(sut), site.pack());
  }

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    Installed.require(program, "apt-get install " + program);
    site = new TestSite(folder, new RealClock());
  }

  @AfterAll
  void close() {
    if (site != null) {
      site.close();
    }
  }

  @Test
  void aClientWithAValidCertificatePasses() throws Exception {
    try (Pep gate = gate()) {
      gate.start();

      assertThat(passes(Optional.of(site.identity("asset/EWS-1")))).isTrue();
    }
  }

  @Test
  void noneOfTheBadCertificatesOpensAndTheControllerIsNotEvenDialled() throws Exception {
    try (Pep gate = gate()) {
      gate.start();
      long before = site.controller(door()).dialled();

      assertThat(passes(Optional.empty())).as("no certificate").isFalse();
      assertThat(passes(Optional.of(site.foreignIdentity("asset/EWS-1"))))
          .as("foreign authority of the same name")
          .isFalse();
      assertThat(passes(Optional.of(site.endedIdentity("asset/EWS-1", Duration.ofSeconds(1)))))
          .as("ended a second ago")
          .isFalse();
      assertThat(answerToPlainWords()).as("no TLS at all").doesNotContain("plain");

      assertThat(site.controller(door()).dialled()).isEqualTo(before);
      assertThat(passes(Optional.of(site.identity("asset/EWS-1")))).as("still open").isTrue();
    }
  }

  @Test
  void aRenewedCertificateIsTakenUpAndNobodyIsCutOff() throws Exception {
    Optional<Identity> client = Optional.of(site.identity("asset/EWS-1"));
    Identity renewed = site.identity("asset/pep");
    try (Pep gate = gate()) {
      gate.start();
      try (TlsClient old = new TlsClient(door(), client, site.pack().trust())) {
        assertThat(old.echoes("before")).isTrue();
        assertThat(old.shown()).isEqualTo(site.pack().identity().leaf());

        assertThat(gate.renew(renewed)).isTrue();

        assertThat(old.echoes("after")).as("the open connection").isTrue();
        // Two generations of the product may share its doors for a moment.
        await("every new connection gets the renewed certificate")
            .atMost(WAIT_MAX)
            .pollInSameThread()
            .until(() -> shownToANewClient(client).equals(renewed.leaf()));
      }
      assertThat(gate.state()).isEqualTo(new ProductState.Running());
    }
  }

  /** The certificate that a new connection gets, which works. */
  private Certificate shownToANewClient(Optional<Identity> client) throws IOException {
    try (TlsClient fresh = new TlsClient(door(), client, site.pack().trust())) {
      assertThat(fresh.echoes("new")).as("a new connection").isTrue();
      return fresh.shown();
    }
  }

  @Test
  void itsCrashIsToldAndCanBeCleanedUp() throws Exception {
    Pep gate = gate();
    try {
      gate.start();
      crash(gate);

      assertThat(gate.state())
          .isInstanceOfSatisfying(
              ProductState.Exited.class, e -> assertThat(e.code()).isEqualTo(128 + 9));
      assertThatThrownBy(() -> gate.renew(site.identity("asset/pep")))
          .isInstanceOf(ProductException.class)
          .hasMessageContaining("does not run");
    } finally {
      gate.close();
    }
    assertThat(gate.state()).isEqualTo(new ProductState.Stopped());
    assertThat(Processes.childrenThatRun(program)).isEmpty();
  }

  @Test
  void itCanBeStartedAgainAfterACrash() throws Exception {
    try (Pep gate = gate()) {
      gate.start();
      crash(gate);
    }
    try (Pep gate = gate()) {
      gate.start();

      assertThat(passes(Optional.of(site.identity("asset/EWS-1")))).isTrue();
    }
  }

  private void crash(Pep gate) {
    Processes.childrenThatRun(program).forEach(ProcessHandle::destroyForcibly);
    await("crash seen").atMost(WAIT_MAX).until(() -> gate.state() instanceof ProductState.Exited);
  }

  @Test
  void aDoorThatIsTakenIsNamed() throws Exception {
    site.occupy(door());
    try (Pep gate = gate()) {
      assertThatThrownBy(gate::start)
          .isInstanceOfSatisfying(
              ProductException.class,
              e -> {
                assertThat(e.fault()).isEqualTo(ProductException.Cause.UNAVAILABLE);
                assertThat(e.getMessage())
                    .startsWith("port taken: the product cannot listen at 127.")
                    .contains(":1502 (" + DOOR + ")", "ss -ltnp");
              });
    } finally {
      site.freeAll();
    }
  }

  Listener door() {
    return site.listener(DOOR);
  }

  boolean passes(Optional<Identity> identity) {
    return passes(door(), identity);
  }

  boolean passes(Listener listener, Optional<Identity> identity) {
    return TlsClient.passes(listener, identity, site.pack().trust());
  }

  /**
   * What comes back to a client that speaks without TLS; a TLS alert is no word of a controller.
   */
  private String answerToPlainWords() throws IOException {
    String words = "plain words, long enough for the header of a TLS record";
    try (Socket socket = new Socket()) {
      socket.connect(door().front(), 5_000);
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketException reset) {
      return "";
    }
  }
}
