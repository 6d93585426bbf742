package org.bumpless.runner.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.sut.Access;
import org.bumpless.plant.identity.TrustBundle;
import org.bumpless.plc.passage.TurnedAwayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerPassageTest {
  private static final InetSocketAddress TARGET = new InetSocketAddress("10.7.0.1", 502);

  @Test
  void theBrokerSaysWhereToConnect() throws Exception {
    try (ScriptedGate there = new ScriptedGate();
        ScriptedGate broker = new ScriptedGate(answer(there, ""));
        Socket through = pass(Access.Onward.TRANSPARENT, Optional.empty(), broker)) {
      assertThat(broker.heardText())
          .startsWith("POST /v1/LIC-101?by=SCADA-1 HTTP/1.1\r\n")
          .contains("\r\nX-Subject: spiffe://plant/asset/SCADA-1\r\n")
          .endsWith("\r\n\r\n{\"to\": \"10.7.0.1:502\"}");
      assertThat(through.getPort()).isEqualTo(there.address().getPort());
      through.getOutputStream().write(65);
      assertThat(through.getInputStream().read()).isEqualTo(65);
    }
  }

  @Test
  void theBrokerSaysWithWhat() throws Exception {
    try (ScriptedGate proxy = new ScriptedGate(ScriptedGate.http("HTTP/1.1 200 OK\r\n\r\n"));
        ScriptedGate broker = new ScriptedGate(answer(proxy, ", \"pass\": \"Bearer once\""));
        Socket _ = pass(Access.Onward.HTTP_CONNECT, Optional.of("/pass"), broker)) {
      assertThat(proxy.heardText())
          .startsWith("CONNECT 10.7.0.1:502 ")
          .contains("\r\nProxy-Authorization: Bearer once\r\n");
    }
  }

  @Test
  void anAnswerInChunksIsRead() throws Exception {
    try (ScriptedGate there = new ScriptedGate()) {
      String json = json(there, "");
      String chunked =
          "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n"
              .formatted(json.substring(0, 5), json.length() - 5, json.substring(5));
      try (ScriptedGate broker = new ScriptedGate(ScriptedGate.http(chunked));
          Socket through = pass(Access.Onward.TRANSPARENT, Optional.empty(), broker)) {
        assertThat(through.isConnected()).isTrue();
      }
    }
  }

  @Test
  void aNoOfTheBrokerIsKeptAsItIs() throws Exception {
    try (ScriptedGate broker =
        new ScriptedGate(ScriptedGate.http("HTTP/1.1 403 No ticket\r\n\r\n"))) {
      assertThatThrownBy(() -> pass(Access.Onward.TRANSPARENT, Optional.empty(), broker))
          .isInstanceOfSatisfying(TurnedAwayException.class, e -> assertThat(e.refused()).isTrue())
          .hasMessageContaining("HTTP 403 No ticket from the broker at 127.0.0.1:");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no json | is no JSON",
        "{\"at\": {}} | has nothing at /at/address",
        "{\"at\": {\"address\": \"gate.example\", \"port\": 1}} | expected an IP address",
        "{\"at\": {\"address\": \"127.0.0.1\", \"port\": 99999}} | expected a port"
      })
  void anAnswerThatSaysNothingIsNoWay(String body, String told) throws Exception {
    try (ScriptedGate broker = new ScriptedGate(ok(body))) {
      assertThatThrownBy(() -> pass(Access.Onward.TRANSPARENT, Optional.empty(), broker))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(TurnedAwayException.class)
          .hasMessageContaining(told);
    }
  }

  private static ScriptedGate.Step answer(ScriptedGate there, String more) {
    return ok(json(there, more));
  }

  private static String json(ScriptedGate there, String more) {
    return "{\"at\": {\"address\": \"127.0.0.1\", \"port\": %d}%s}"
        .formatted(there.address().getPort(), more);
  }

  private static ScriptedGate.Step ok(String body) {
    return ScriptedGate.http(
        "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
  }

  private static Socket pass(
      Access.Onward onward, Optional<String> authorization, ScriptedGate gate) throws IOException {
    Access.Broker broker =
        new Access.Broker(
            8443,
            false,
            "POST",
            "/v1/{{server}}?by={{client}}",
            Map.of("X-Subject", "{{spiffeId}}"),
            "{\"to\": \"{{upstream}}\"}",
            new Access.Answer(
                "/at/address", "/at/port", Optional.empty(), Optional.empty(), authorization),
            onward);
    return new BrokerPassage(
            broker,
            new BrokerPassage.Caller(
                Map.of(
                    "server", "LIC-101",
                    "client", "SCADA-1",
                    "upstream", "10.7.0.1:502",
                    "spiffeId", "spiffe://plant/asset/SCADA-1"),
                TARGET,
                Optional.empty(),
                new TrustBundle(List.of()),
                "LIC-101"))
        .pass(Origins.departure(gate.address()));
  }
}
