package org.bumpless.endpoint.modbus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bumpless.plant.model.ModbusAddress.Table.COIL;
import static org.bumpless.plant.model.ModbusAddress.Table.HOLDING_REGISTER;
import static org.bumpless.plant.model.ModbusAddress.Table.INPUT_REGISTER;
import static org.bumpless.plant.model.TagAccess.READ_WRITE;

import java.util.List;
import org.bumpless.endpoint.modbus.TestPlant;
import org.bumpless.endpoint.modbus.pdu.Range;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagValue;
import org.junit.jupiter.api.Test;

/** How tags become tables, and which plants cannot. */
class DataModelTest {
  private static final TagValue REAL = new TagValue.Real(0);
  private static final TagValue INT = new TagValue.Int((short) 0);

  @Test
  void knows_gaps_and_read_only_places() {
    DataModel model = new DataModel(TestPlant.tags());
    assertThat(model.mapped(new Range(HOLDING_REGISTER, 0, 5))).isTrue();
    assertThat(model.mapped(new Range(HOLDING_REGISTER, 4, 3))).isFalse();
    assertThat(model.mapped(new Range(INPUT_REGISTER, 65535, 2))).isFalse();
    assertThat(model.writable(new Range(HOLDING_REGISTER, 0, 3))).isTrue();
    assertThat(model.writable(new Range(HOLDING_REGISTER, 0, 4))).isFalse();
    assertThat(model.touched(new Range(HOLDING_REGISTER, 2, 20)))
        .containsExactly(
            TestPlant.id("MODE"), TestPlant.id("LIMIT"), TestPlant.id("KP"), TestPlant.id("FLAG"));
  }

  @Test
  void the_last_address_can_be_used() {
    Tag last = TestPlant.tag("A", INT, HOLDING_REGISTER, 65535, READ_WRITE);
    assertThat(new DataModel(List.of(last)).mapped(new Range(HOLDING_REGISTER, 65535, 1))).isTrue();
  }

  @Test
  void two_tags_at_one_address_are_refused() {
    Tag one = TestPlant.tag("A", REAL, HOLDING_REGISTER, 10, READ_WRITE);
    Tag other = TestPlant.tag("B", INT, HOLDING_REGISTER, 11, READ_WRITE);
    assertThatThrownBy(() -> new DataModel(List.of(one, other)))
        .hasMessageContaining("LIC-101.B: HOLDING_REGISTER 11 already belongs to LIC-101.A");
  }

  @Test
  void a_number_in_a_coil_and_a_tag_past_the_end_are_refused() {
    Tag coil = TestPlant.tag("A", INT, COIL, 0, READ_WRITE);
    assertThatThrownBy(() -> new DataModel(List.of(coil))).hasMessageContaining("expected a BOOL");
    Tag end = TestPlant.tag("A", REAL, HOLDING_REGISTER, 65535, READ_WRITE);
    assertThatThrownBy(() -> new DataModel(List.of(end)))
        .hasMessageContaining("past address 65535");
  }
}
