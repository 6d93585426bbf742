package org.bumpless.endpoint.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.ProtocolClient;
import org.bumpless.plc.protocol.ProtocolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
}
