package org.bumpless.endpoint.s7.codec;

import java.util.Arrays;
import java.util.List;

/**
 * Understands the last read of a connection without taking it apart again: a station polls the same
 * places over and over, and only the reference differs. Used by one thread at a time.
 */
public final class RememberingCodec implements S7Codec {
  private static final int REFERENCE_END = Packet.REFERENCE + Short.BYTES;

  private final S7Codec codec;
  private byte[] packet = {};
  private List<Item> items = List.of();

  public RememberingCodec(S7Codec codec) {
    this.codec = codec;
  }

  @Override
  public S7Request decode(byte[] bytes) throws BadPacketException {
    if (isLast(bytes)) {
      int reference = (bytes[Packet.REFERENCE] & 0xFF) << 8 | bytes[Packet.REFERENCE + 1] & 0xFF;
      return new S7Request.Read(reference, items);
    }
    S7Request request = codec.decode(bytes);
    if (request instanceof S7Request.Read read) {
      packet = bytes.clone();
      items = read.items();
    }
    return request;
  }

  private boolean isLast(byte[] bytes) {
    return packet.length > 0
        && bytes.length == packet.length
        && Arrays.equals(bytes, 0, Packet.REFERENCE, packet, 0, Packet.REFERENCE)
        && Arrays.equals(bytes, REFERENCE_END, bytes.length, packet, REFERENCE_END, packet.length);
  }

  @Override
  public byte[] encode(S7Answer answer) {
    return codec.encode(answer);
  }
}
