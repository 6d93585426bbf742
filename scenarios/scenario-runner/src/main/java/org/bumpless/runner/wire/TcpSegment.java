package org.bumpless.runner.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A TCP segment in a frame. Source: RFC 791, section 3.1; RFC 9293, section 3.1.
 *
 * @param sequence number of its first byte
 * @param payload valid as long as the frame's bytes are
 */
public record TcpSegment(
    InetSocketAddress source,
    InetSocketAddress destination,
    int sequence,
    boolean syn,
    boolean ack,
    ByteBuffer payload) {
  private static final int ETHERNET_BYTES = 14;
  private static final int ETHERNET_TYPE = 12;
  private static final short IPV4 = 0x0800;
  private static final int WORD = 4;
  private static final int IP_LENGTH = 2;
  private static final int IP_PROTOCOL = 9;
  private static final int IP_SOURCE = 12;
  private static final int IP_DESTINATION = 16;
  private static final int IP_BYTES_MIN = 20;
  private static final int TCP = 6;
  private static final int TCP_BYTES_MIN = 20;
  private static final int TCP_SEQUENCE = 4;
  private static final int TCP_OFFSET = 12;
  private static final int TCP_FLAGS = 13;
  private static final int SYN = 0x02;
  private static final int ACK = 0x10;
  private static final int LOW_BITS = 0x0F;

  /** The segment in a frame that holds a whole one; empty for anything else. */
  public static Optional<TcpSegment> in(ByteBuffer frame) {
    ByteBuffer bytes = frame.duplicate();
    int ip = bytes.position() + ETHERNET_BYTES;
    if (bytes.limit() < ip + IP_BYTES_MIN
        || bytes.getShort(bytes.position() + ETHERNET_TYPE) != IPV4
        || bytes.get(ip + IP_PROTOCOL) != TCP) {
      return Optional.empty();
    }
    int tcp = ip + (bytes.get(ip) & LOW_BITS) * WORD;
    int end = ip + Short.toUnsignedInt(bytes.getShort(ip + IP_LENGTH));
    if (bytes.limit() < tcp + TCP_BYTES_MIN || bytes.limit() < end) {
      return Optional.empty();
    }
    int data = tcp + (bytes.get(tcp + TCP_OFFSET) >>> WORD & LOW_BITS) * WORD;
    if (data > end) {
      return Optional.empty();
    }
    int flags = bytes.get(tcp + TCP_FLAGS);
    return Optional.of(
        new TcpSegment(
            address(bytes, ip + IP_SOURCE, tcp),
            address(bytes, ip + IP_DESTINATION, tcp + Short.BYTES),
            bytes.getInt(tcp + TCP_SEQUENCE),
            (flags & SYN) != 0,
            (flags & ACK) != 0,
            bytes.slice(data, end - data)));
  }

  private static InetSocketAddress address(ByteBuffer bytes, int at, int port) {
    byte[] octets = new byte[WORD];
    bytes.get(at, octets);
    try {
      return new InetSocketAddress(
          InetAddress.getByAddress(octets), Short.toUnsignedInt(bytes.getShort(port)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether it opens a connection. */
  public boolean opens() {
    return syn && !ack;
  }

  /** Whether it accepts a connection. */
  public boolean accepts() {
    return syn && ack;
  }
}
