package org.bumpless.endpoint.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.ProtocolClient;
import org.bumpless.plc.protocol.ProtocolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our client against our server: values arrive, writes take effect at the scan, and the log tells
 * all of it.
 */
class RoundTripTest {
  private TestServer server;
  private ProtocolClient client;

  @BeforeEach
  void start() throws IOException {
    server = new TestServer();
    client = server.client();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void is_found_as_a_service() {
    assertThat(ServiceLoader.load(ProtocolProvider.class))
        .extracting(ProtocolProvider::protocol)
        .contains(Protocol.MODBUS_TCP);
  }

  @Test
  void reads_neighbouring_tags_in_one_request() {
    Outcome outcome =
        client.perform(new Operation.Read(List.of(TestPlant.id("MODE"), TestPlant.id("SP"))));
    assertThat(outcome)
        .isEqualTo(
            new Outcome.Answered(
                Map.of(
                    TestPlant.id("SP"), new TagValue.Real(50.0f),
                    TestPlant.id("MODE"), new TagValue.Int((short) 2)),
                "FC3 holding 0 x 3"));
    assertThat(server.log()).extracting(Served::request).containsExactly("FC3 holding 0 x 3");
  }

  @Test
  void writes_a_tag_which_changes_at_the_next_scan() {
    Outcome outcome =
        client.perform(new Operation.Write(TestPlant.id("SP"), new TagValue.Real(61.5f)));
    assertThat(outcome).isEqualTo(new Outcome.Answered(Map.of(), "FC16 holding 0 x 2"));
    assertThat(server.tags().value("SP")).isEqualTo(new TagValue.Real(50.0f));
    server.tags().scan();
    assertThat(server.tags().value("SP")).isEqualTo(new TagValue.Real(61.5f));
    Served served = server.log().getFirst();
    assertThat(served.tags()).containsExactly(TestPlant.id("SP"));
    assertThat(served.writes()).isTrue();
    assertThat(served.accepted()).isTrue();
    assertThat(served.controller()).isEqualTo(TestPlant.CONTROLLER);
    assertThat(served.peer()).startsWith("127.0.0.1:");
  }

  @Test
  void reads_scattered_tags_in_one_request_for_each_stretch() {
    Outcome outcome =
        client.perform(
            new Operation.Read(
                Stream.of("RUN", "AUTO", "KP", "PV", "SP", "MODE", "LOW")
                    .map(TestPlant::id)
                    .toList()));
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(((Outcome.Answered) outcome).values())
        .containsEntry(TestPlant.id("RUN"), new TagValue.Bool(true))
        .containsEntry(TestPlant.id("AUTO"), new TagValue.Bool(false))
        .containsEntry(TestPlant.id("LOW"), new TagValue.Bool(true))
        .containsEntry(TestPlant.id("KP"), new TagValue.Real(1.5f))
        .containsEntry(TestPlant.id("PV"), new TagValue.Real(48.25f))
        .hasSize(7);
    assertThat(server.log())
        .extracting(Served::request)
        .containsExactly(
            "FC1 coil 0 x 2",
            "FC2 discrete 1 x 1",
            "FC4 input 0 x 2",
            "FC3 holding 0 x 3",
            "FC3 holding 6 x 2");
  }

  @Test
  void downloads_neighbours_together() {
    Outcome outcome =
        client.perform(
            new Operation.Download(
                Map.of(
                    TestPlant.id("MODE"), new TagValue.Int((short) 1),
                    TestPlant.id("SP"), new TagValue.Real(12.5f),
                    TestPlant.id("KP"), new TagValue.Real(3.0f),
                    TestPlant.id("RUN"), new TagValue.Bool(false),
                    TestPlant.id("AUTO"), new TagValue.Bool(true))));
    String requests = "FC15 coil 0 x 2, FC16 holding 0 x 3, FC16 holding 6 x 2";
    assertThat(outcome).isEqualTo(new Outcome.Answered(Map.of(), requests));
    server.tags().scan();
    assertThat(Stream.of("RUN", "AUTO", "SP", "MODE", "KP").map(server.tags()::value))
        .extracting(Object::toString)
        .containsExactly("false", "true", "12.5", "1", "3.0");
  }

  @Test
  void a_download_that_is_refused_ends_there() {
    Outcome outcome =
        client.perform(
            new Operation.Download(
                Map.of(
                    TestPlant.id("LOCK"), new TagValue.Bool(false),
                    TestPlant.id("SP"), new TagValue.Real(12.5f))));
    assertThat(outcome).isEqualTo(new Outcome.Refused("exception 2: illegal data address"));
    assertThat(server.tags().scan()).isEmpty();
    assertThat(client.connected()).isTrue();
  }

  @Test
  void browses() {
    assertThat(client.perform(new Operation.Browse()))
        .isEqualTo(
            new Outcome.Answered(
                Map.of(),
                "VendorName=Nordhaus; ProductCode=P300; MajorMinorRevision=V2.14; "
                    + "ProductName=P300; ModelName=LIC-101"));
  }

  @Test
  void sweeps_address_by_address() {
    Outcome outcome = client.perform(new Operation.Sweep());
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    Outcome.Answered answered = (Outcome.Answered) outcome;
    assertThat(answered.detail()).isEqualTo("176 addresses tried, 15 answered");
    assertThat(answered.values())
        .hasSize(11)
        .containsEntry(TestPlant.id("LIMIT"), new TagValue.Real(90.0f))
        .containsEntry(TestPlant.id("COUNT"), new TagValue.Int((short) -3))
        .containsEntry(TestPlant.id("LOCK"), new TagValue.Bool(true))
        .doesNotContainKey(TestPlant.id("LOW"));
    assertThat(server.log()).hasSize(176);
  }

  @Test
  void connects_once_and_again_after_close() {
    assertThat(client.connected()).isFalse();
    Outcome first = client.connect();
    assertThat(first).isInstanceOf(Outcome.Answered.class).isEqualTo(client.connect());
    assertThat(((Outcome.Answered) first).detail()).endsWith("no TLS");
    assertThat(client.connected()).isTrue();
    client.close();
    client.close();
    assertThat(client.connected()).isFalse();
    assertThat(client.perform(new Operation.Browse())).isInstanceOf(Outcome.Answered.class);
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void what_cannot_be_done_is_said_before_anything_is_sent(Operation operation, String message) {
    assertThatThrownBy(() -> client.perform(operation))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThat(client.connected()).isFalse();
  }

  static Stream<Arguments> impossible() {
    TagId foreign = TagId.parse("LIC-999.SP");
    TagValue one = new TagValue.Int((short) 1);
    return Stream.of(
        arguments(new Operation.Read(List.of()), "no tags"),
        arguments(new Operation.Read(List.of(foreign)), "LIC-999.SP: controller LIC-101 has no"),
        arguments(new Operation.Read(List.of(TestPlant.id("HIDDEN"))), "no Modbus address"),
        arguments(new Operation.Write(TestPlant.id("SP"), one), "1 is a INT, expected a REAL"),
        arguments(new Operation.Write(TestPlant.id("COUNT"), one), "it can: nothing"),
        arguments(new Operation.Write(TestPlant.id("MODE"), one, "function 5"), "it can: [plain,"),
        arguments(new Operation.Write(TestPlant.id("MODE"), one, "by hand"), "function 23"),
        arguments(new Operation.Download(Map.of()), "no tags"),
        arguments(new Operation.Download(Map.of(TestPlant.id("COUNT"), one)), "it can: nothing"));
  }
}
