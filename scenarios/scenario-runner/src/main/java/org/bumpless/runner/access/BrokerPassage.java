package org.bumpless.runner.access;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.sut.Access;
import org.bumpless.adapter.sut.Patterns;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.bumpless.plc.passage.Departure;
import org.bumpless.plc.passage.Passage;
import org.bumpless.plc.passage.TlsLayer;
import org.bumpless.plc.passage.TurnedAwayException;

/**
 * The way by a broker, who is asked on a connection of its own and says where to go on and with
 * what.
 */
final class BrokerPassage implements Passage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PORT_MAX = 65_535;

  private final Access.Broker broker;
  private final Caller caller;
  private final Optional<TlsLayer> tls;

  /**
   * Who calls.
   *
   * @param values of the variables of the broker's patterns
   * @param target the controller
   */
  record Caller(
      Map<String, String> values,
      InetSocketAddress target,
      Optional<Identity> identity,
      TrustBundle trust,
      String serverName) {
    Caller {
      values = Map.copyOf(values);
    }
  }

  BrokerPassage(Access.Broker broker, Caller caller) {
    this.broker = broker;
    this.caller = caller;
    this.tls = broker.tls() ? Optional.of(layer(caller.identity())) : Optional.empty();
  }

  private TlsLayer layer(Optional<Identity> identity) {
    return new TlsLayer(identity, caller.trust(), caller.serverName());
  }

  @Override
  public Socket pass(Departure departure) throws IOException {
    Socket plain = departure.connect();
    JsonNode told = call(tls.isPresent() ? tls.get().over(plain) : plain);
    InetSocketAddress next =
        new InetSocketAddress(address(told), port(text(told, broker.answer().port())));
    Socket there = departure.connect(next);
    switch (broker.onward()) {
      case TRANSPARENT -> {
        return there;
      }
      case TLS -> {
        return layer(identity(told)).over(there);
      }
      case HTTP_CONNECT -> new ConnectAsking(caller.target(), authorization(told)).ask(there);
      case SOCKS -> new SocksAsking(caller.target()).ask(there);
    }
    return there;
  }

  private JsonNode call(Socket gate) throws IOException {
    byte[] body = Patterns.fill(broker.body(), caller.values()).getBytes(StandardCharsets.UTF_8);
    StringBuilder head =
        new StringBuilder(
            "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nAccept: application/json\r\n"
                .formatted(
                    broker.method(),
                    Patterns.fill(broker.path(), caller.values()),
                    Places.far(gate)));
    broker
        .headers()
        .forEach(
            (name, value) ->
                head.append(name + ": " + Patterns.fill(value, caller.values()) + "\r\n"));
    if (body.length > 0) {
      head.append("Content-Length: " + body.length + "\r\n");
    }
    OutputStream out = gate.getOutputStream();
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.flush();
    HttpReply reply = HttpReply.head(gate.getInputStream());
    if (!reply.success()) {
      throw new TurnedAwayException(
          "%s from the broker at %s".formatted(reply.words(), Places.far(gate)), reply.refuses());
    }
    try {
      return JSON.readTree(reply.body(gate.getInputStream()));
    } catch (JacksonException e) {
      throw new IOException("the broker's answer is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private InetAddress address(JsonNode told) throws IOException {
    String text = text(told, broker.answer().address());
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      throw new IOException("the broker said \"" + text + "\", expected an IP address", e);
    }
  }

  private static int port(String text) throws IOException {
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > PORT_MAX) {
      throw new IOException("the broker said \"" + text + "\", expected a port");
    }
    return port;
  }

  /** What the broker has issued for this session, else the client's own. */
  private Optional<Identity> identity(JsonNode told) throws IOException {
    Access.Answer answer = broker.answer();
    if (answer.certificate().isEmpty() || answer.key().isEmpty()) {
      return caller.identity();
    }
    return Optional.of(
        PemIdentity.of(text(told, answer.certificate().get()), text(told, answer.key().get())));
  }

  private Optional<String> authorization(JsonNode told) throws IOException {
    Optional<String> pointer = broker.answer().authorization();
    return pointer.isPresent() ? Optional.of(word(told, pointer.get())) : Optional.empty();
  }

  /** A text that goes into a header, which is one line. */
  private static String word(JsonNode told, String pointer) throws IOException {
    String text = text(told, pointer);
    if (!text.matches("[ -~]+")) {
      throw new IOException("the broker's " + pointer + " is no text of one line");
    }
    return text;
  }

  private static String text(JsonNode told, String pointer) throws IOException {
    JsonNode found = told.at(pointer);
    if (!found.isValueNode() || found.isNull()) {
      throw new IOException("the broker's answer has nothing at " + pointer);
    }
    return found.asText();
  }
}
