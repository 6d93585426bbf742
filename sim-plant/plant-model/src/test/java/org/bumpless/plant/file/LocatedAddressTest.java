package org.bumpless.plant.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.ModbusAddress;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocatedAddressTest {
  @ParameterizedTest(name = "{0} is {2} {3}")
  @CsvSource({
    "%QX0.0, BOOL, COIL, 0",
    "%QX1.7, BOOL, COIL, 15",
    "%QX1023.7, BOOL, COIL, 8191",
    "%IX2.3, BOOL, DISCRETE_INPUT, 19",
    "%IW5, INT, INPUT_REGISTER, 5",
    "%qw1023, INT, HOLDING_REGISTER, 1023",
    "%MW0, INT, HOLDING_REGISTER, 1024",
    "%MW1023, INT, HOLDING_REGISTER, 2047",
    "%MD0, REAL, HOLDING_REGISTER, 2048",
    "%MD3, REAL, HOLDING_REGISTER, 2054",
    "%MD1023, REAL, HOLDING_REGISTER, 4094"
  })
  void standsWhereOpenPlcPutsIt(String written, TagType type, Table table, int offset) {
    assertThat(LocatedAddress.parse(written, type)).isEqualTo(new ModbusAddress(table, offset));
  }

  @ParameterizedTest(name = "{1} at {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "%MX0.0 | BOOL | expected %QX0.0, %IX0.0, %IW0, %QW0, %MW0 or %MD0",
        "%QX0.8 | BOOL | expected %QX0.0, %IX0.0, %IW0, %QW0, %MW0 or %MD0",
        "%QX1024.0 | BOOL | expected one up to %QX1023.7",
        "%MW1024 | INT | expected one up to %MW1023",
        "%QW0 | REAL | expected %MD",
        "%MD0 | INT | expected %IW or %QW or %MW",
        "%QW0 | BOOL | expected %QX or %IX"
      })
  void whatHasNoPlaceIsRefused(String written, TagType type, String told) {
    assertThatThrownBy(() -> LocatedAddress.parse(written, type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }

  @Test
  void aTagMayStandThere() throws IOException, BadFileException {
    String file = Beside.soundPlant().replace("modbus: holding 0}", "modbus: \"%MD4\"}");

    Tag tag =
        PlantFile.parse("p.yaml", file.getBytes(StandardCharsets.UTF_8))
            .assets(Asset.Controller.class)
            .getFirst()
            .tags()
            .get(1);

    assertThat(tag.modbus()).contains(new ModbusAddress(Table.HOLDING_REGISTER, 2056));
  }

  @Test
  void aPlaceThatIsTakenOrCannotBeWrittenIsRefused() throws IOException {
    String file =
        Beside.soundPlant()
            .replace("modbus: holding 0}", "modbus: \"%MD0\"}")
            .replace("modbus: holding 2}", "modbus: holding 2049}")
            .replace("modbus: coil 0}", "modbus: \"%IX0.0\"}");

    assertThatThrownBy(() -> PlantFile.parse("p.yaml", file.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("Modbus address holding 2049, which tag SP takes already")
        .hasMessageContaining("found a read-write tag at \"%IX0.0\"; expected coil");
  }
}
