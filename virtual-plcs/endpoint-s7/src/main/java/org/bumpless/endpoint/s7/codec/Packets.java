package org.bumpless.endpoint.s7.codec;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts the byte stream of a connection into packets by their TPKT headers (RFC 1006, 6). */
public final class Packets {
  /** Longest packet: the longest that a client may have agreed upon, with its headers. */
  public static final int BYTES_MAX = 2_048;

  private static final int HEAD_BYTES = 4;
  private static final int VERSION = 3;

  private final InputStream in;

  public Packets(InputStream in) {
    this.in = new BufferedInputStream(in, BYTES_MAX);
  }

  /** The next packet with its header; empty at the end, or where no packet can begin. */
  public Optional<byte[]> next() throws IOException {
    byte[] head = in.readNBytes(HEAD_BYTES);
    if (head.length < HEAD_BYTES || head[0] != VERSION) {
      return Optional.empty();
    }
    int length = (head[2] & 0xFF) << 8 | head[3] & 0xFF;
    if (length <= HEAD_BYTES || length > BYTES_MAX) {
      return Optional.empty();
    }
    byte[] packet = new byte[length];
    System.arraycopy(head, 0, packet, 0, HEAD_BYTES);
    boolean whole = in.readNBytes(packet, HEAD_BYTES, length - HEAD_BYTES) == length - HEAD_BYTES;
    return whole ? Optional.of(packet) : Optional.empty();
  }
}
