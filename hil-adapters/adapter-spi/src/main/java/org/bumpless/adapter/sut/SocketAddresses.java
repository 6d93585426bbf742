package org.bumpless.adapter.sut;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * IP addresses with ports, as files have them. No name service is asked: a file means the same
 * wherever it is read.
 */
public final class SocketAddresses {
  /** What is expected, for messages. */
  public static final String EXPECTED =
      "an IP address, colon, port, for example 192.0.2.10:502 or [2001:db8::1]:502";

  private static final int PORT_MAX = 65_535;

  private SocketAddresses() {}

  /** The address that a text says; empty if it is none, or its port is not 1 to 65535. */
  public static Optional<InetSocketAddress> parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0 || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
      return Optional.empty();
    }
    int port = Integer.parseInt(text.substring(colon + 1));
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (port < 1 || port > PORT_MAX || host.contains(":") != bracketed) {
      return Optional.empty();
    }
    try {
      InetAddress address =
          InetAddress.ofLiteral(bracketed ? host.substring(1, host.length() - 1) : host);
      return Optional.of(new InetSocketAddress(address, port));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // no literal of either kind
    }
  }
}
