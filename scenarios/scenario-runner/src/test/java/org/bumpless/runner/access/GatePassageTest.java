package org.bumpless.runner.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.dial.Trouble;
import org.bumpless.plc.passage.Departure;
import org.bumpless.plc.passage.TurnedAwayException;
import org.bumpless.runner.access.ScriptedGate.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatePassageTest {
  private static final InetSocketAddress TARGET = new InetSocketAddress("10.7.0.1", 502);

  @Test
  void aProxyIsAskedForATunnelAndWhatFollowsItsYesIsTheProtocol() throws Exception {
    try (ScriptedGate gate =
            new ScriptedGate(ScriptedGate.http("HTTP/1.1 200 OK\r\nVia: gate\r\n\r\nfirst"));
        Socket through = connect(Optional.of("Bearer x"), gate)) {
      assertThat(gate.heardText())
          .startsWith("CONNECT 10.7.0.1:502 HTTP/1.1\r\n")
          .contains("\r\nHost: 10.7.0.1:502\r\n")
          .endsWith("\r\nProxy-Authorization: Bearer x\r\n\r\n");
      through.getOutputStream().write("echo".getBytes(StandardCharsets.US_ASCII));
      assertThat(through.getInputStream().readNBytes(9))
          .isEqualTo("firstecho".getBytes(StandardCharsets.US_ASCII));
    }
  }

  @ParameterizedTest
  @CsvSource({"403,Forbidden,true", "407,Proxy Authentication Required,true", "503,Busy,false"})
  void whatAProxyAnswersIsKeptAsItIs(int code, String reason, boolean refused) throws Exception {
    try (ScriptedGate gate =
        new ScriptedGate(ScriptedGate.http("HTTP/1.1 " + code + " " + reason + "\r\n\r\n"))) {
      Throwable thrown = catchThrowable(() -> connect(Optional.empty(), gate));

      assertThat(thrown)
          .isInstanceOfSatisfying(
              TurnedAwayException.class,
              e -> {
                assertThat(e.refused()).isEqualTo(refused);
                assertThat(e).hasMessageContaining("HTTP " + code + " " + reason);
                assertThat(Trouble.connecting(e, gate.address(), Duration.ofSeconds(1)))
                    .isInstanceOf(refused ? Outcome.Refused.class : Outcome.NoReply.class);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSH-2.0-x\r\n\r\n", "HTTP/1.1 2000 Very\r\n\r\n", "HTTP/2 200\r\n\r\n"})
  void whatIsNoAnswerOfHttpIsNoAnswer(String words) throws Exception {
    try (ScriptedGate gate = new ScriptedGate(ScriptedGate.http(words))) {
      assertThatThrownBy(() -> connect(Optional.empty(), gate))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(TurnedAwayException.class)
          .hasMessageContaining("expected an answer of HTTP/1.1");
    }
  }

  @Test
  void headersWithoutEndAreNotReadForever() throws Exception {
    String endless = "HTTP/1.1 200 OK\r\n" + "X: " + "y".repeat(20_000);
    try (ScriptedGate gate = new ScriptedGate(ScriptedGate.http(endless))) {
      assertThatThrownBy(() -> connect(Optional.empty(), gate)).hasMessageContaining("more than");
    }
  }

  @Test
  void aGateThatSaysNothingIsGivenUpAtTheDeadline() throws Exception {
    try (ScriptedGate gate = new ScriptedGate(ScriptedGate.http(""))) {
      Departure departure = Origins.departure(gate.address(), Duration.ofMillis(200));
      assertThatThrownBy(() -> passage(new ConnectAsking(TARGET, Optional.empty())).pass(departure))
          .isInstanceOf(SocketTimeoutException.class);
      departure.close();
    }
  }

  @Test
  void aSocksServerIsAskedAndWhatFollowsItsYesIsTheProtocol() throws Exception {
    try (ScriptedGate gate =
            new ScriptedGate(
                new Step(3, hex("0500")), new Step(10, hex("05000001C0000201BEEF" + "41")));
        Socket through = socks(gate)) {
      assertThat(gate.heard().getFirst()).isEqualTo(hex("050100"));
      assertThat(gate.heard().getLast()).isEqualTo(hex("050100010A07000101F6"));
      assertThat(through.getInputStream().read()).isEqualTo('A');
    }
  }

  @Test
  void aSocksServerMayNameWhereItGoesOnFrom() throws Exception {
    try (ScriptedGate gate =
            new ScriptedGate(
                new Step(3, hex("0500")), new Step(10, hex("050000030361626301BB42")));
        Socket through = socks(gate)) {
      assertThat(through.getInputStream().read()).isEqualTo('B');
    }
  }

  @ParameterizedTest
  @CsvSource({
    "02,not allowed by ruleset,true",
    "05,connection refused,true",
    "04,host unreachable,false"
  })
  void whatASocksServerRepliesIsKeptAsItIs(String reply, String words, boolean refused)
      throws Exception {
    try (ScriptedGate gate =
        new ScriptedGate(
            new Step(3, hex("0500")), new Step(10, hex("05" + reply + "0001000000000000")))) {
      assertThatThrownBy(() -> socks(gate))
          .isInstanceOfSatisfying(
              TurnedAwayException.class, e -> assertThat(e.refused()).isEqualTo(refused))
          .hasMessageContaining("SOCKS reply " + Integer.parseInt(reply) + " (" + words + ")");
    }
  }

  @Test
  void aSocksServerThatWantsAnAuthenticationOfItsOwnHasSaidNo() throws Exception {
    try (ScriptedGate gate = new ScriptedGate(new Step(3, hex("05FF")))) {
      assertThatThrownBy(() -> socks(gate))
          .isInstanceOf(TurnedAwayException.class)
          .hasMessageContaining("SOCKS method 255");
    }
  }

  @Test
  void aGateThatHangsUpIsNoYes() throws Exception {
    try (ScriptedGate gate = new ScriptedGate(new Step(3, hex("05")))) {
      Departure departure = Origins.departure(gate.address(), Duration.ofMillis(300));
      assertThatThrownBy(() -> passage(new SocksAsking(TARGET)).pass(departure))
          .isInstanceOfAny(EOFException.class, SocketTimeoutException.class);
      departure.close();
    }
  }

  private static Socket connect(Optional<String> authorization, ScriptedGate gate)
      throws IOException {
    return passage(new ConnectAsking(TARGET, authorization))
        .pass(Origins.departure(gate.address()));
  }

  private static Socket socks(ScriptedGate gate) throws IOException {
    return passage(new SocksAsking(TARGET)).pass(Origins.departure(gate.address()));
  }

  private static GatePassage passage(Asking asking) {
    return new GatePassage(Optional.empty(), asking);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
