package org.bumpless.runner.access;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import org.bumpless.plc.passage.TurnedAwayException;

/**
 * Asks a SOCKS 5 server for a connection (RFC 1928), without a method of its authentication.
 *
 * @param target the controller
 */
record SocksAsking(InetSocketAddress target) implements Asking {
  private static final byte VERSION = 5;
  private static final byte NO_AUTHENTICATION = 0;
  private static final byte CONNECT = 1;
  private static final int IPV4 = 1;
  private static final int NAME = 3;
  private static final int IPV6 = 4;
  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BYTES = 16;

  @Override
  public void ask(Socket gate) throws IOException {
    OutputStream out = gate.getOutputStream();
    DataInputStream in = new DataInputStream(gate.getInputStream());
    out.write(new byte[] {VERSION, 1, NO_AUTHENTICATION});
    out.flush();
    version(in);
    int method = in.readUnsignedByte();
    if (method != NO_AUTHENTICATION) {
      throw new TurnedAwayException(
          "SOCKS method %d from %s: it wants an authentication of its own"
              .formatted(method, Places.far(gate)),
          true);
    }
    out.write(question());
    out.flush();
    version(in);
    int reply = in.readUnsignedByte();
    in.readUnsignedByte(); // reserved
    if (reply != 0) {
      throw new TurnedAwayException(
          "SOCKS reply %d (%s) from %s to a connection to %s"
              .formatted(reply, words(reply), Places.far(gate), Places.of(target)),
          reply == 2 || reply == 5);
    }
    in.readFully(new byte[addressBytes(in) + Short.BYTES]);
  }

  private static void version(DataInputStream in) throws IOException {
    int version = in.readUnsignedByte();
    if (version != VERSION) {
      throw new IOException("found version " + version + ", expected an answer of SOCKS 5");
    }
  }

  private byte[] question() {
    byte[] address = target.getAddress().getAddress();
    return ByteBuffer.allocate(4 + address.length + Short.BYTES)
        .put(VERSION)
        .put(CONNECT)
        .put((byte) 0)
        .put((byte) (target.getAddress() instanceof Inet6Address ? IPV6 : IPV4))
        .put(address)
        .putShort((short) target.getPort())
        .array();
  }

  /** How long the address is by which the server went on. */
  private static int addressBytes(DataInputStream in) throws IOException {
    int type = in.readUnsignedByte();
    return switch (type) {
      case IPV4 -> IPV4_BYTES;
      case IPV6 -> IPV6_BYTES;
      case NAME -> in.readUnsignedByte();
      default -> throw new IOException("found address type " + type + ", expected 1, 3 or 4");
    };
  }

  /** RFC 1928, section 6. */
  private static String words(int reply) {
    return switch (reply) {
      case 1 -> "general failure";
      case 2 -> "not allowed by ruleset";
      case 3 -> "network unreachable";
      case 4 -> "host unreachable";
      case 5 -> "connection refused";
      case 6 -> "TTL expired";
      case 7 -> "command not supported";
      case 8 -> "address type not supported";
      default -> "unassigned";
    };
  }
}
