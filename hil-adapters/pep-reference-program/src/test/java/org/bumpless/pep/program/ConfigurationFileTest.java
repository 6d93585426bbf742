package org.bumpless.pep.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bumpless.adapter.pdp.AccessRequest.Resource;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.records.DeclaredFlows.Standing;
import org.bumpless.pep.reference.ReferenceSettings;
import org.bumpless.pep.reference.decision.Door;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationFileTest {
  private static final AssetId LIC = new AssetId("LIC-101");

  @TempDir private Path folder;

  @Test
  void readsAllThatTheProductHasToKnow() throws Exception {
    Configuration read = read(Written.oneDoor());

    assertThat(read)
        .isEqualTo(
            new Configuration(
                folder,
                List.of(
                    new Door(
                        "one",
                        LIC,
                        Protocol.MODBUS_TCP,
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 1502),
                        new InetSocketAddress(InetAddress.ofLiteral("::1"), 502))),
                Map.of(LIC, new Resource(LIC, PurdueLevel.L1, SecurityLevel.SL2)),
                List.of(
                    new Standing(new AssetId("HMI-1"), LIC, Protocol.MODBUS_TCP, true),
                    new Standing(new AssetId("AGG-1"), LIC, Protocol.MODBUS_TCP, false)),
                new CertificateFiles(
                    folder.resolve("product.pem"),
                    folder.resolve("product.pem"),
                    folder.resolve("ca.crt")),
                URI.create("http://127.0.0.1:8181"),
                URI.create("http://127.0.0.1:8182"),
                new ReferenceSettings(Duration.ofSeconds(2), Duration.ofSeconds(30), 16)));
  }

  @Test
  void jsonIsReadToo() throws Exception {
    Configuration read =
        read(
            """
            {"decisions": "http://127.0.0.1:1", "services": "http://127.0.0.1:2",
             "certificate": "a", "key": "b", "authorities": "/c",
             "doors": [{"name": "one", "front": "127.0.0.1:1", "upstream": "127.0.0.1:2", "protocol": "s7",
               "asset": "LIC-101", "level": "L1", "target": "SL1"}]}
            """);

    assertThat(read.doors()).extracting(Door::name).containsExactly("one");
    assertThat(read.flows()).isEmpty();
    assertThat(read.certificates().authorities()).isEqualTo(Path.of("/c"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          decisions: http://127.0.0.1:8181 | decisions: http:nowhere  | 1:12 | a URL
          decisions: http://127.0.0.1:8181 | decisions: 'http://a b'  | 1:12 | a URL with a host
          front: 127.0.0.1:1502            | front: localhost:1502    | 9:12 | an IP address, colon, port
          front: 127.0.0.1:1502            | front: 127.0.0.1:0       | 9:12 | an IP address, colon, port
          level: L1                        | level: L6                | 13:12 | L3.5
          target: SL2                      | target: 2                | 14:13 | SL4
          access: read-write               | access: write            | 15:38 | read-write
          asset: LIC-101                   | assets: LIC-101          | 8:5   | asset
          key: product.pem                 | keys: product.pem        | 4:1   | key
          """)
  void whatIsWrongIsNamedWithItsPlace(String right, String wrong, String place, String expected) {
    assertThatThrownBy(() -> read(Written.oneDoor().replace(right, wrong)))
        .isInstanceOf(BadFileException.class)
        .hasMessageContaining("reference.yaml:" + place)
        .hasMessageContaining(expected);
  }

  @Test
  void aSecondDoorNeedsANameAndAnAddressAndTheSameAsset() {
    String door =
        "  - {name: %s, front: \"%s\", upstream: \"127.0.0.1:2\", protocol: s7, asset: LIC-101, level: %s, target: SL2}\n";

    assertThatThrownBy(() -> read(Written.oneDoor() + door.formatted("one", "127.0.0.1:9", "L1")))
        .hasMessageContainingAll("16:12", "found door \"one\" again");
    assertThatThrownBy(
            () -> read(Written.oneDoor() + door.formatted("two", "127.0.0.1:1502", "L1")))
        .hasMessageContaining("\"127.0.0.1:1502\" again");
    assertThatThrownBy(() -> read(Written.oneDoor() + door.formatted("two", "127.0.0.1:9", "L2")))
        .hasMessageContaining("asset LIC-101 with another level")
        .hasMessageContaining("L1 and SL2, as there");
  }

  @Test
  void aSettingOutOfItsRangeIsNamedWithItsPlace() {
    assertThatThrownBy(() -> read(Written.oneDoor().replace("2 s", "2 h")))
        .isInstanceOfSatisfying(
            ProductException.class,
            e -> assertThat(e.fault()).isEqualTo(ProductException.Cause.BAD_INPUT))
        .hasMessageContaining("reference.yaml:6:11: settings.reevaluate: found \"2 h\"");
    assertThatThrownBy(() -> read(Written.oneDoor().replace("sessionsMax", "sessions")))
        .hasMessageContaining("settings.sessions: found unknown");
  }

  private Configuration read(String text) throws Exception {
    return ConfigurationFile.read(Files.writeString(folder.resolve("reference.yaml"), text));
  }
}
