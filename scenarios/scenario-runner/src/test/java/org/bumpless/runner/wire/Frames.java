package org.bumpless.runner.wire;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bumpless.plant.network.tap.Frame;

/** Makes TCP segments in Ethernet frames, as a tap hands them over. */
public final class Frames {
  public static final int SYN = 0x02;
  public static final int ACK = 0x10;
  private static final int HEADERS = 14 + 20 + 20;

  private Frames() {}

  public static Frame segment(
      long nanos,
      boolean outgoing,
      InetSocketAddress source,
      InetSocketAddress destination,
      int sequence,
      int flags,
      String payload) {
    byte[] data = payload.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(HEADERS + data.length);
    bytes.position(12).putShort((short) 0x0800);
    bytes.put((byte) 0x45).put((byte) 0).putShort((short) (40 + data.length));
    bytes.putInt(0).put((byte) 64).put((byte) 6).putShort((short) 0);
    bytes.put(source.getAddress().getAddress()).put(destination.getAddress().getAddress());
    bytes.putShort((short) source.getPort()).putShort((short) destination.getPort());
    bytes.putInt(sequence).putInt(0).put((byte) 0x50).put((byte) flags);
    bytes.putShort((short) 0).putInt(0).put(data).flip();
    return new Frame(nanos, 0, outgoing, bytes.remaining(), bytes);
  }
}
