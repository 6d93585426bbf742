package org.bumpless.pep.process;

import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Pep;
import org.junit.jupiter.api.Test;

/** HAProxy as it is shipped in {@code scenarios/suts/haproxy-mtls}. */
class HaproxyIT extends MutualTlsGate {
  private static final String OFFICE_MODBUS = "office-to-cell_LIC-1_modbus-tcp";
  private static final String OFFICE_UA = "office-to-cell_LIC-1_opc-ua";
  private static final String CONTROL_MODBUS = "control-to-cell_LIC-1_modbus-tcp";

  HaproxyIT() {
    super("haproxy-mtls", "haproxy");
  }

  @Test
  void onlyWhomTheDeclaredFlowsNameGetsThrough() throws Exception {
    try (Pep gate = gate()) {
      gate.start();

      SoftAssertions.assertSoftly(
          softly -> {
            judge(softly, OFFICE_MODBUS, true, "asset/EWS-1", "person/anna");
            judge(softly, OFFICE_MODBUS, false, "asset/SCADA-1", "asset/AGG-1", "asset/LIC-1");
            judge(softly, OFFICE_MODBUS, false, "asset/EWS-10", "asset/EWS", "asset/person/anna");
            judge(softly, OFFICE_UA, false, "asset/EWS-1", "person/anna");
            judge(softly, CONTROL_MODBUS, true, "asset/SCADA-1");
            judge(softly, CONTROL_MODBUS, false, "person/anna", "asset/EWS-1");
            judge(softly, "control-to-cell_LIC-2_modbus-tcp", false, "asset/SCADA-1");
            judge(softly, "control-to-cell_LIC-2_opc-ua", true, "asset/AGG-1");
          });
    }
  }

  /** Whether each of some subjects gets through a door, and whom the controller hears of. */
  private void judge(SoftAssertions softly, String door, boolean through, String... subjects) {
    Listener listener = site().listener(door);
    for (String subject : subjects) {
      long before = site().controller(listener).dialled();
      softly
          .assertThat(passes(listener, Optional.of(site().identity(subject))))
          .as("%s at %s", subject, door)
          .isEqualTo(through);
      softly
          .assertThat(site().controller(listener).dialled() - before)
          .as("connections to the controller by %s at %s", subject, door)
          .isEqualTo(through ? 1 : 0);
    }
  }
}
