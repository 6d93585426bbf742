package org.bumpless.endpoint.modbus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.bumpless.endpoint.modbus.TestPlant;
import org.bumpless.endpoint.modbus.pdu.ExceptionCode;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Firmware;
import org.bumpless.plant.model.Personality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Function 43/14 by the standard's figures. */
class DeviceIdentificationTest {
  private static final String BASIC =
      object(0, "Nordhaus") + object(1, "P300") + object(2, "V2.14");
  private static final String REGULAR = object(4, "P300") + object(5, "LIC-101");

  private final DeviceIdentification device =
      new DeviceIdentification(TestPlant.controller(TestPlant.tags()));

  @Test
  void streams_basic_objects() {
    assertThat(data(1, 0)).isEqualTo("0e0182000003" + BASIC);
  }

  @Test
  void streams_regular_objects_also_where_extended_ones_are_asked_for() {
    assertThat(data(2, 0)).isEqualTo("0e0282000005" + BASIC + REGULAR);
    assertThat(data(3, 0)).isEqualTo("0e0382000005" + BASIC + REGULAR);
  }

  @Test
  void streams_from_an_object_on() {
    assertThat(data(2, 4)).isEqualTo("0e0282000002" + REGULAR);
  }

  @ParameterizedTest
  @CsvSource({"1, 4, 0e0182000003", "2, 3, 0e0282000005", "2, 200, 0e0282000005"})
  void begins_anew_at_an_object_that_is_not_there(int code, int object, String head) {
    assertThat(data(code, object)).startsWith(head + BASIC);
  }

  @Test
  void gives_one_object() {
    assertThat(data(4, 5)).isEqualTo("0e0482000001" + object(5, "LIC-101"));
  }

  @Test
  void says_that_more_follows_when_one_answer_is_too_small() {
    String vendor = "v".repeat(150);
    DeviceIdentification talkative = of(vendor, "p".repeat(120));
    assertThat(data(talkative, 1, 0)).isEqualTo("0e0182ff0101" + object(0, vendor));
    assertThat(data(talkative, 1, 1))
        .isEqualTo("0e0182000002" + object(1, "p".repeat(120)) + object(2, "1"));
  }

  @Test
  void cuts_a_text_that_no_answer_could_hold() {
    assertThat(data(of("v".repeat(1000), "p"), 4, 0))
        .isEqualTo("0e0482000001" + object(0, "v".repeat(244)))
        .hasSize(2 * 252);
  }

  @Test
  void isRefusedByAControllerThatHasNone() {
    Firmware without = new Firmware(Optional.empty(), Optional.empty(), false, 480);

    assertThat(of("v", "p", without).answer(1, 0))
        .isEqualTo(new Result.Refused(ExceptionCode.ILLEGAL_FUNCTION));
  }

  private static DeviceIdentification of(String vendor, String product) {
    return of(vendor, product, Firmware.ANY);
  }

  private static DeviceIdentification of(String vendor, String product, Firmware firmware) {
    Asset.Controller like = TestPlant.controller(TestPlant.tags());
    return new DeviceIdentification(
        new Asset.Controller(
            like.id(),
            like.zone(),
            like.title(),
            new Personality("x", vendor, product, "1", false, 64, firmware),
            like.program(),
            like.endpoints(),
            like.tags()));
  }

  private String data(int code, int object) {
    return data(device, code, object);
  }

  private static String data(DeviceIdentification device, int code, int object) {
    assertThat(device.answer(code, object)).isInstanceOf(Result.Done.class);
    return HexFormat.of().formatHex(((Result.Done) device.answer(code, object)).data());
  }

  private static String object(int id, String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    return "%02x%02x".formatted(id, ascii.length) + HexFormat.of().formatHex(ascii);
  }
}
