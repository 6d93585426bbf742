package org.bumpless.endpoint.modbus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.bumpless.endpoint.modbus.RawPeer;
import org.bumpless.endpoint.modbus.TestPlant;
import org.bumpless.endpoint.modbus.TestServer;
import org.bumpless.plant.model.Served;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which requests are refused, and with which exception; a refused request changes nothing and is
 * logged.
 */
class RefusalsTest {
  private TestServer server;
  private RawPeer peer;

  @BeforeEach
  void start() throws IOException {
    server = new TestServer(TestPlant.wideTags());
    peer = server.peer();
  }

  @AfterEach
  void stop() throws IOException {
    peer.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "00, 80",
    "07, 87",
    "08 0000 1234, 88",
    "0b, 8b",
    "11, 91",
    "14 07 06 0001 0000 0001, 94",
    "18 0000, 98",
    "63, e3",
    "83 0000 0001, 83",
    "ff, ff",
    "2b 0d 00 00, ab",
    "2b 0f 01 00, ab",
  })
  void unknown_functions_with_exception_1(String request, String function) throws IOException {
    refused(request, function + "01");
  }

  @ParameterizedTest
  @CsvSource({
    // A gap, a range that begins, ends or lies in one, addresses past the last, and past 65535.
    "03 0005 0001, 83",
    "03 0000 0009, 83",
    "03 0005 0003, 83",
    "03 0007 0003, 83",
    "03 012c 0001, 83",
    "03 ffff 0002, 83",
    "04 0003 0001, 84",
    "04 ffff 007d, 84",
    "01 0003 0001, 81",
    "01 0002 0003, 81",
    "02 0002 0001, 82",
    "02 ffff 0001, 82",
    "05 0003 ff00, 85",
    "06 0005 0001, 86",
    "0f 0000 0004 01 0f, 8f",
    "10 0004 0002 04 00010002, 90",
    "16 0009 0000 0001, 96",
    "17 0000 0001 0005 0001 02 0001, 97",
    "17 0005 0001 0000 0001 02 0001, 97",
    // Read-only coils and registers, alone and among others.
    "05 0002 ff00, 85",
    "0f 0000 0003 01 07, 8f",
    "06 0003 0001, 86",
    "10 0000 0004 08 0001000200030004, 90",
    "16 0004 ffff 0000, 96",
    "17 0000 0001 0004 0001 02 0001, 97",
    // An object that the controller does not have.
    "2b 0e 04 03, ab",
    "2b 0e 04 80, ab",
  })
  void addresses_that_are_not_there_with_exception_2(String request, String function)
      throws IOException {
    refused(request, function + "02");
  }

  @ParameterizedTest
  @CsvSource({
    // Counts of none and of too many; they are looked at before the address.
    "01 0064 0000, 81",
    "01 0064 07d1, 81",
    "02 0000 ffff, 82",
    "03 0064 0000, 83",
    "03 0064 007e, 83",
    "03 ffff 007e, 83",
    "04 0000 0100, 84",
    "0f 0064 0000 00, 8f",
    "10 0064 0000 00, 90",
    "17 0064 0000 0064 0001 02 0001, 97",
    "17 0064 007e 0064 0001 02 0001, 97",
    "17 0064 0001 0064 0000 00, 97",
    // Coil values that are neither on nor off.
    "05 0000 0001, 85",
    "05 0000 ff01, 85",
    "05 0000 00ff, 85",
    // Byte counts that lie.
    "0f 0000 0002 02 0000, 8f",
    "0f 0000 0009 01 00, 8f",
    "10 0000 0002 02 0001, 90",
    "10 0000 0002 05 0001000200, 90",
    "10 0000 0001 04 00010002, 90",
    "17 0000 0001 0000 0002 02 0001, 97",
    // Too short and too long.
    "01, 81",
    "01 0000 00, 81",
    "03 0000 0001 00, 83",
    "05 0000, 85",
    "05 0000 ff00 00, 85",
    "06 0000 00, 86",
    "0f 0000 0001 01, 8f",
    "0f 0000 0001, 8f",
    "10 0000 0001 02, 90",
    "10 0000 0001 02 0001 00, 90",
    "16 0000 0000, 96",
    "16 0000 0000 0000 00, 96",
    "17 0000 0001 0000 0001, 97",
    "17 0000 0001 0000 0001 02 0001 00, 97",
    "2b, ab",
    "2b 0e, ab",
    "2b 0e 01, ab",
    "2b 0e 01 00 00, ab",
    "2b 0e 00 00, ab",
    "2b 0e 05 00, ab",
  })
  void values_that_make_no_sense_with_exception_3(String request, String function)
      throws IOException {
    refused(request, function + "03");
  }

  @Test
  void more_than_may_be_written_with_exception_3() throws IOException {
    refused("10 0064 007c f8" + "0001".repeat(123), "9003");
    refused("17 0064 0001 0064 007a f4" + "0001".repeat(121), "9703");
    refused("0f 0064 07b1 f7" + "ff".repeat(247), "8f03");
  }

  @ParameterizedTest
  @CsvSource({
    "05 0000 0000, 85",
    "06 0002 0001, 86",
    "10 0000 0001 02 0001, 90",
    "17 0000 0001 0000 0001 02 0001, 97"
  })
  void a_full_queue_with_exception_6(String request, String function) throws IOException {
    server.tags().full(true);
    refused(request, function + "06");
    server.tags().full(false);
    assertThat(peer.ask(request)).doesNotStartWith(function);
  }

  @ParameterizedTest
  @CsvSource({"1", "6", "8", "247", "254"})
  void a_unit_that_is_not_there_with_exception_11(int unit) throws IOException {
    peer.send(RawPeer.frame(1, unit, "06 0002 0009"));
    assertThat(peer.readFrame()).isEqualTo("000100000003%02x860b".formatted(unit));
    assertThat(server.tags().scan()).isEmpty();
    Served served = server.log().getFirst();
    assertThat(served.request()).isEqualTo("unit " + unit + ": FC6 holding 2 x 1");
    assertThat(served.accepted()).isFalse();
    assertThat(served.writes()).isTrue();
    assertThat(served.tags()).isEmpty();
  }

  @Test
  void goes_on_after_a_refusal() throws IOException {
    refused("03 0005 0001", "8302");
    assertThat(peer.ask("03 0002 0001")).isEqualTo("03020002");
  }

  private void refused(String request, String answer) throws IOException {
    assertThat(peer.ask(request)).isEqualTo(answer);
    assertThat(server.tags().scan()).isEmpty();
    assertThat(server.log().getLast().accepted()).isFalse();
  }
}
