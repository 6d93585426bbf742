package org.bumpless.runner.access;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bumpless.plc.passage.TurnedAwayException;

/**
 * Asks an HTTP proxy for a tunnel: {@code CONNECT} (RFC 9110, 9.3.6).
 *
 * @param target the controller
 * @param authorization what is said as {@code Proxy-Authorization}, if anything
 */
record ConnectAsking(InetSocketAddress target, Optional<String> authorization) implements Asking {
  @Override
  public void ask(Socket gate) throws IOException {
    String place = Places.of(target);
    StringBuilder question =
        new StringBuilder("CONNECT " + place + " HTTP/1.1\r\nHost: " + place + "\r\n");
    authorization.ifPresent(its -> question.append("Proxy-Authorization: " + its + "\r\n"));
    OutputStream out = gate.getOutputStream();
    out.write(question.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    out.flush();
    HttpReply reply = HttpReply.head(gate.getInputStream());
    if (!reply.success()) {
      throw new TurnedAwayException(
          "%s from the proxy at %s to CONNECT %s".formatted(reply.words(), Places.far(gate), place),
          reply.refuses());
    }
  }
}
