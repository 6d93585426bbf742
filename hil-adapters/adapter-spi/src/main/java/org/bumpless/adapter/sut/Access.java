package org.bumpless.adapter.sut;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How a client of the plant gets through the product. */
public sealed interface Access {
  /** As it is written in files, for example {@code http-connect}. */
  String label();

  /**
   * The port of the one gate before each conduit at which clients ask for what lies behind it;
   * empty if each endpoint has a door of its own.
   */
  default OptionalInt gate() {
    return OptionalInt.empty();
  }

  /** Whether what clients dial shows a certificate of the product in a TLS handshake. */
  boolean showsTls();

  /** Whether somebody on the wire before the product could not read what a client says. */
  default boolean encrypted() {
    return showsTls();
  }

  /** The client asks at a gate, which leads to all that lies behind its conduit. */
  sealed interface AtGate extends Access {
    /** Where the gate listens, 1 to 65535. */
    int port();

    @Override
    default OptionalInt gate() {
      return OptionalInt.of(port());
    }
  }

  /** The client speaks its protocol as if nothing were there. */
  record Transparent() implements Access {
    @Override
    public String label() {
      return "transparent";
    }

    @Override
    public boolean showsTls() {
      return false;
    }
  }

  /** The client wraps its protocol in mutual TLS with its SVID. */
  record Tls() implements Access {
    @Override
    public String label() {
      return "tls";
    }

    @Override
    public boolean showsTls() {
      return true;
    }
  }

  /**
   * The client asks an HTTP proxy for a tunnel to the controller (RFC 9110, 9.3.6).
   *
   * @param port of the gate, 1 to 65535
   * @param tls whether the client speaks mutual TLS with the proxy
   */
  record HttpConnect(int port, boolean tls) implements AtGate {
    @Override
    public String label() {
      return "http-connect";
    }

    @Override
    public boolean showsTls() {
      return tls;
    }
  }

  /**
   * The client asks a SOCKS 5 server for a connection to the controller (RFC 1928), without a
   * method of its authentication: who asks is told by TLS, or by the address.
   *
   * @param port of the gate, 1 to 65535
   * @param tls whether the client speaks mutual TLS with the server
   */
  record Socks(int port, boolean tls) implements AtGate {
    @Override
    public String label() {
      return "socks";
    }

    @Override
    public boolean showsTls() {
      return tls;
    }
  }

  /**
   * The client asks an SSH server to open a TCP connection to the controller (RFC 4254, 7.2), with
   * an OpenSSH certificate that the plant CA has signed.
   *
   * @param port of the gate, 1 to 65535
   * @param user under whose name everybody logs in; who it really is says the certificate
   */
  record SshJump(int port, String user) implements AtGate {
    @Override
    public String label() {
      return "ssh-jump";
    }

    @Override
    public boolean showsTls() {
      return false;
    }

    @Override
    public boolean encrypted() {
      return true;
    }
  }

  /**
   * The client asks a broker by a call of HTTP 1.1, who answers in JSON where to connect and with
   * what. Texts are patterns with variables in double braces.
   *
   * @param port of the gate, 1 to 65535
   * @param tls whether the client speaks mutual TLS with the broker
   * @param method for example {@code POST}
   * @param path pattern of path and query
   * @param headers name to pattern of its value
   * @param body pattern; empty for a call without a body
   * @param answer where in the answer things stand
   * @param onward how the client goes on with what it was told
   */
  record Broker(
      int port,
      boolean tls,
      String method,
      String path,
      Map<String, String> headers,
      String body,
      Answer answer,
      Onward onward)
      implements AtGate {
    public Broker {
      headers = Map.copyOf(headers);
    }

    @Override
    public String label() {
      return "broker";
    }

    @Override
    public boolean showsTls() {
      return tls;
    }

    @Override
    public boolean encrypted() {
      return onward == Onward.TLS;
    }
  }

  /**
   * JSON pointers (RFC 6901) into a broker's answer.
   *
   * @param address where to connect: an IP address
   * @param port which port there
   * @param certificate a chain in PEM to show there instead of the client's own; with {@code key}
   * @param key its private key in PEM (PKCS #8)
   * @param authorization what to say as {@code Proxy-Authorization} to an HTTP proxy there
   */
  record Answer(
      String address,
      String port,
      Optional<String> certificate,
      Optional<String> key,
      Optional<String> authorization) {}

  /** How a client goes on from a broker. */
  enum Onward {
    TRANSPARENT,
    TLS,
    HTTP_CONNECT,
    SOCKS;

    /** As it is written in files. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
