package org.bumpless.bridge.plc4x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.bridge.Reading;
import org.bumpless.adapter.bridge.RealController;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.plant.model.BridgeSpec.Role;
import org.bumpless.plant.model.TagValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bridges by S7comm and OPC UA do as the one by Modbus does. {@link OpcUaWriteIT} writes. */
@Timeout(300)
class OtherProtocolsIT {
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void s7comm() throws Exception {
    try (TalkingPlc plc = TalkingPlc.s7(folder)) {
      Bridges bridges =
          new Bridges(folder, "s7://127.0.0.1:" + plc.port() + "?remote-rack=0&remote-slot=2");
      try (RealController real = bridges.open()) {
        assertThat(real.offer(Bridges.SP, new TagValue.Real(62.5f))).isTrue();
        await("written")
            .atMost(WAIT_MAX)
            .until(() -> real.read(Bridges.SP).equals(Optional.of(good(62.5f))));
      }
      await("the controller has said so")
          .atMost(WAIT_MAX)
          .untilAsserted(
              () -> assertThat(plc.writes()).containsExactly("write SP 62.5", "write SP 0.0"));
    }
  }

  @Test
  void opcUa() throws Exception {
    try (TalkingPlc plc = TalkingPlc.opcUa()) {
      String connection = "opcua:tcp://127.0.0.1:" + plc.port();
      Bridges bridges = new Bridges(folder, connection).at(Bridges.NODES).as(Role.MIRROR);
      try (RealController real = bridges.open()) {
        assertThat(real.read(Bridges.SP)).contains(good(50));
        assertThat(real.read(Bridges.PV)).contains(good(42.5f));
        assertThat(real.read(Bridges.LOCK))
            .contains(new Reading(Reading.Quality.GOOD, new TagValue.Bool(true)));
        assertThat(real.offer(Bridges.SP, new TagValue.Real(60))).isFalse();
      }
      assertThat(plc.writes()).isEmpty();

      Map<String, String> wrong = new HashMap<>(Bridges.NODES);
      wrong.put("MODE", "ns=1;s=NAME;INT");
      assertThatThrownBy(() -> new Bridges(folder, connection).at(wrong).as(Role.MIRROR).open())
          .isInstanceOf(ProductException.class)
          .hasMessageContaining("LIC-1.MODE at ns=1;s=NAME;INT: found a value of type STRING");
    }
  }

  private static Reading good(float value) {
    return new Reading(Reading.Quality.GOOD, new TagValue.Real(value));
  }
}
