package org.bumpless.endpoint.modbus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.bumpless.endpoint.modbus.RawPeer;
import org.bumpless.endpoint.modbus.TestPlant;
import org.bumpless.endpoint.modbus.TestServer;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plc.protocol.LiveTags.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each function answers and what it changes, in bytes. */
class FunctionsTest {
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
    // Coils RUN on, AUTO off, LOCK on; one coil; discrete inputs HIGH off, LOW on.
    "01 0000 0003, 010105",
    "01 0004 0001, 010100",
    "02 0000 0002, 020102",
    // SP 50.0, MODE 2, LIMIT 90.0; half a REAL; the BOOL in a register.
    "03 0000 0005, 030a42480000000242b40000",
    "03 0001 0001, 03020000",
    "03 0008 0001, 03020000",
    // PV 48.25, COUNT -3.
    "04 0000 0003, 040642410000fffd",
    // Nine coils of the wide stretch: every third is on.
    "01 0064 0009, 01024900",
  })
  void reads(String request, String answer) throws IOException {
    assertThat(peer.ask(request)).isEqualTo(answer);
    assertThat(server.tags().scan()).isEmpty();
    assertThat(server.log()).allMatch(Served::accepted).noneMatch(Served::writes);
  }

  @Test
  void reads_as_much_as_one_request_may() throws IOException {
    assertThat(peer.ask("03 0064 007d")).startsWith("03fa00000001").hasSize(2 * (2 + 250));
    assertThat(peer.ask("01 0064 07d0")).startsWith("01fa4992").hasSize(2 * (2 + 250));
  }

  @ParameterizedTest
  @CsvSource({
    "05 0001 ff00, AUTO, true",
    "05 0000 0000, RUN, false",
    "06 0002 fffe, MODE, -2",
    "06 0008 0100, FLAG, true",
    // SP = 100.0 is 42c8 0000; its high word alone makes 100.0 of 50.0.
    "06 0000 42c8, SP, 100.0",
    "16 0002 0000 0007, MODE, 7",
    // (2 and 00f2) or (0025 and not 00f2) = 7
    "16 0002 00f2 0025, MODE, 7",
    "16 0000 0000 42c8, SP, 100.0",
  })
  void writes_and_echoes(String request, String tag, String value) throws IOException {
    assertThat(peer.ask(request)).isEqualTo(request.replace(" ", ""));
    server.tags().scan();
    assertThat(server.tags().value(tag)).hasToString(value);
    assertThat(server.log()).allMatch(Served::accepted).allMatch(Served::writes);
  }

  @Test
  void writes_coils() throws IOException {
    assertThat(peer.ask("0f 0000 0002 01 02")).isEqualTo("0f00000002");
    server.tags().scan();
    assertThat(server.tags().value("RUN")).isEqualTo(new TagValue.Bool(false));
    assertThat(server.tags().value("AUTO")).isEqualTo(new TagValue.Bool(true));
  }

  @Test
  void one_request_is_one_list_of_changes() throws IOException {
    assertThat(peer.ask("10 0000 0003 06 42c80000 0005")).isEqualTo("1000000003");
    assertThat(server.tags().scan())
        .containsExactly(
            List.of(
                new Change.Set(0, new TagValue.Real(100.0f)),
                new Change.Set(1, new TagValue.Int((short) 5))));
  }

  @Test
  void a_half_written_tag_keeps_its_other_half() throws IOException {
    assertThat(peer.ask("10 0001 0002 04 8000 0001")).isEqualTo("1000010002");
    assertThat(server.tags().scan())
        .containsExactly(
            List.of(
                new Change.SetWord(0, 1, 0x8000), new Change.Set(1, new TagValue.Int((short) 1))));
    assertThat(server.tags().value("SP")).isEqualTo(new TagValue.Real(50.125f));
  }

  @Test
  void read_write_shows_in_its_answer_what_it_writes() throws IOException {
    assertThat(peer.ask("17 0000 0003 0000 0002 04 42c80000")).isEqualTo("170642c800000002");
    assertThat(server.tags().value("SP")).isEqualTo(new TagValue.Real(50.0f));
    server.tags().scan();
    assertThat(server.tags().value("SP")).isEqualTo(new TagValue.Real(100.0f));
    assertThat(server.log().getFirst().request())
        .isEqualTo("FC23 holding 0 x 3, writes holding 0 x 2");
  }

  @Test
  void read_write_of_half_a_tag_shows_the_whole() throws IOException {
    assertThat(peer.ask("17 0000 0002 0000 0001 02 42c8")).isEqualTo("170442c80000");
  }

  @Test
  void writes_as_much_as_one_request_may() throws IOException {
    assertThat(peer.ask("10 0064 007b f6" + "0001".repeat(123))).isEqualTo("100064007b");
    assertThat(peer.ask("17 0064 007d 0064 0079 f2" + "0002".repeat(121))).startsWith("17fa0002");
    assertThat(peer.ask("0f 0064 07b0 f6" + "ff".repeat(246))).isEqualTo("0f006407b0");
    assertThat(server.tags().scan()).extracting(List::size).containsExactly(123, 121, 1968);
    assertThat(server.tags().value("W120")).isEqualTo(new TagValue.Int((short) 2));
    assertThat(server.tags().value("W122")).isEqualTo(new TagValue.Int((short) 1));
    assertThat(server.tags().value("C1967")).isEqualTo(new TagValue.Bool(true));
  }

  @Test
  void logs_the_tags_that_a_request_touches() throws IOException {
    peer.ask("03 0000 0003");
    assertThat(server.log().getFirst().tags())
        .containsExactly(TestPlant.id("MODE"), TestPlant.id("SP"));
  }

  @ParameterizedTest
  @CsvSource({"0", "255", "7"})
  void answers_to_its_own_units(int unit) throws IOException {
    peer.send(RawPeer.frame(9, unit, "04 0002 0001"));
    assertThat(peer.readFrame()).isEqualTo("000900000005%02x0402fffd".formatted(unit));
  }
}
