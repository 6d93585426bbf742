package org.bumpless.bridge.plc4x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bumpless.adapter.bridge.BridgeEvent;
import org.bumpless.adapter.bridge.Reading;
import org.bumpless.adapter.bridge.Reading.Quality;
import org.bumpless.adapter.bridge.RealController;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.plant.model.TagValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bridge that writes by OPC UA, signed and encrypted, to a server that somebody else has made.
 */
@Timeout(300)
class OpcUaWriteIT {
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);
  private static final String PASSWORD = "of-the-test";

  /** OPC UA, part 6, table of application certificates; without it the server hangs up. */
  private static final String KEY_USAGE =
      "ku:c=digitalSignature,nonRepudiation,keyEncipherment,dataEncipherment,keyCertSign";

  @TempDir private Path folder;
  private TalkingPlc plc;

  @BeforeEach
  void start() throws Exception {
    plc = TalkingPlc.opcUa();
  }

  @AfterEach
  void end() {
    plc.close();
  }

  @Test
  void writesAndBringsBack() throws Exception {
    Bridges bridges = bridges(its());
    try (RealController real = bridges.open()) {
      write(real, 62.5f);
      await("the server has it").atMost(WAIT_MAX).until(() -> !plc.writes().isEmpty());
      assertThat(plc.writes()).containsExactly("write SP 62.5");
      await("and it is read again").atMost(WAIT_MAX).until(() -> sp(real).equals(good(62.5f)));

      write(real, 70);
      await("the server has the next").atMost(WAIT_MAX).until(() -> plc.writes().size() == 2);
    }

    await("the recorded value is back")
        .atMost(WAIT_MAX)
        .untilAsserted(
            () ->
                assertThat(plc.writes())
                    .containsExactly("write SP 62.5", "write SP 70", "write SP 50"));
    assertThat(journal())
        .filteredOn(line -> line.contains("SP"))
        .satisfiesExactly(
            line -> assertThat(line).contains("RECORDED", "50.0"),
            line -> assertThat(line).contains("SENDING", "62.5", "before 50.0"),
            line -> assertThat(line).contains("DONE", "62.5"),
            line -> assertThat(line).contains("SENDING", "70.0", "before 62.5"),
            line -> assertThat(line).contains("DONE", "70.0"),
            line -> assertThat(line).contains("REVERTING", "50.0"),
            line -> assertThat(line).contains("REVERTED", "50.0"));
  }

  @Test
  void aWriteThatTheServerRefusesIsToldAndLeavesEverythingAsItWas() throws Exception {
    Bridges bridges = bridges(its());
    try (RealController real = bridges.open()) {
      write(real, 95); // our list allows it, the server takes 90 at most
      awaitRefusal(bridges, "LIC-1.SP = 95.0: the controller says ");
      assertThat(real.offer(Bridges.MODE, new TagValue.Int((short) 2))).isTrue(); // not writable
      awaitRefusal(bridges, "LIC-1.MODE = 2.0: the controller says ");
      assertThat(sp(real)).isEqualTo(good(50));

      write(real, 60); // and the bridge goes on
      await("written").atMost(WAIT_MAX).until(() -> sp(real).equals(good(60)));
      assertThat(real.sound()).isTrue();
    }

    await("the recorded value is back")
        .atMost(WAIT_MAX)
        .untilAsserted(
            () -> assertThat(plc.writes()).containsExactly("write SP 60", "write SP 50"));
    assertThat(journal())
        .anyMatch(line -> line.contains("REFUSED") && line.contains("95.0"))
        .anyMatch(line -> line.contains("REFUSED") && line.contains("LIC-1.MODE"))
        .noneMatch(line -> line.contains("UNANSWERED"));
  }

  @Test
  void aServerThatIsNotInTheTrustStoreIsNotWrittenTo() throws Exception {
    TrustManagerFactory trusts =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusts.init((KeyStore) null);
    Certificate other = ((X509TrustManager) trusts.getTrustManagers()[0]).getAcceptedIssuers()[0];

    assertThatThrownBy(() -> bridges(other).open())
        .isInstanceOf(ProductException.class)
        .hasMessageStartingWith("LIC-1: opcua:tcp://127.0.0.1:" + plc.port())
        .hasMessageNotContaining(PASSWORD)
        .extracting("fault")
        .isEqualTo(ProductException.Cause.UNAVAILABLE);
    assertThat(plc.writes()).isEmpty();
  }

  private static void write(RealController real, float value) {
    assertThat(real.offer(Bridges.SP, new TagValue.Real(value))).isTrue();
  }

  private static Reading sp(RealController real) {
    return real.read(Bridges.SP).orElseThrow();
  }

  private static Reading good(float value) {
    return new Reading(Quality.GOOD, new TagValue.Real(value));
  }

  private static void awaitRefusal(Bridges bridges, String text) {
    await(text)
        .atMost(WAIT_MAX)
        .untilAsserted(
            () ->
                assertThat(bridges.events)
                    .anyMatch(
                        e -> e.kind() == BridgeEvent.Kind.REFUSED && e.text().startsWith(text)));
  }

  private Certificate its() throws Exception {
    try (InputStream pem = Files.newInputStream(plc.certificate())) {
      return CertificateFactory.getInstance("X.509").generateCertificate(pem);
    }
  }

  private Bridges bridges(Certificate trusted) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("plc", trusted);
    Path file = folder.resolve("trusted.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    Path own = folder.resolve("own.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "bench",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=bench",
                "-ext",
                "san=uri:urn:bumpless:bench",
                "-ext",
                KEY_USAGE,
                "-storetype",
                "PKCS12",
                "-keystore",
                own.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).isZero();
    return new Bridges(
            folder,
            "opcua:tcp://127.0.0.1:%d?security-policy=Basic256Sha256&message-security=SIGN_ENCRYPT&trust-store-file=%s&trust-store-type=PKCS12&trust-store-password=%s&key-store-file=%s&key-store-type=PKCS12&key-store-password=%s"
                .formatted(plc.port(), file, PASSWORD, own, PASSWORD))
        .at(Bridges.NODES);
  }

  private List<String> journal() throws Exception {
    return Files.readAllLines(folder.resolve("bridge-LIC-1.ndjson"));
  }
}
