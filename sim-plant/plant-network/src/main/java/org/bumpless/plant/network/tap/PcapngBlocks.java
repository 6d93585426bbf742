package org.bumpless.plant.network.tap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Blocks of a pcapng file, put together one after the other in a buffer of fixed size. */
final class PcapngBlocks {
  private static final int WORD = 4;
  private static final int END_OF_OPTIONS = 0;
  private static final int COMMENT = 1;
  private static final int COMMENT_BYTES_MAX = 4_000;
  private static final int CAPACITY = 1 << 20;

  /** Longer than a frame of 64 KiB with all the comments that it may have. */
  private static final int BLOCK_MAX = CAPACITY / 2;

  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(CAPACITY).order(ByteOrder.LITTLE_ENDIAN);
  private int start;

  /** Whether the next block may find no room. */
  boolean full() {
    return buffer.remaining() < BLOCK_MAX;
  }

  /** What has been put together so far, to be read; drops it once the caller has taken it. */
  ByteBuffer take() {
    ByteBuffer taken = buffer.flip().duplicate();
    buffer.clear();
    return taken;
  }

  int pending() {
    return buffer.position();
  }

  PcapngBlocks begin(int type) {
    start = buffer.position();
    buffer.putInt(type).putInt(0);
    return this;
  }

  PcapngBlocks two(int first, int second) {
    buffer.putShort((short) first).putShort((short) second);
    return this;
  }

  PcapngBlocks word(int value) {
    buffer.putInt(value);
    return this;
  }

  PcapngBlocks words(long value) {
    buffer.putLong(value);
    return this;
  }

  /** The format has the upper half of a time first, whatever the byte order. */
  PcapngBlocks time(long nanos) {
    return word((int) (nanos >>> Integer.SIZE)).word((int) nanos);
  }

  PcapngBlocks bytes(ByteBuffer bytes) {
    buffer.put(bytes);
    return pad();
  }

  PcapngBlocks option(int code, byte[] value) {
    buffer.putShort((short) code).putShort((short) value.length).put(value);
    return pad();
  }

  PcapngBlocks option(int code, String value) {
    return option(code, value.getBytes(StandardCharsets.UTF_8));
  }

  PcapngBlocks option(int code, int value) {
    buffer.putShort((short) code).putShort((short) Integer.BYTES).putInt(value);
    return this;
  }

  PcapngBlocks option(int code, long value) {
    buffer.putShort((short) code).putShort((short) Long.BYTES).putLong(value);
    return this;
  }

  PcapngBlocks comment(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return option(
        COMMENT,
        bytes.length <= COMMENT_BYTES_MAX
            ? bytes
            : (text.substring(0, COMMENT_BYTES_MAX / WORD) + " ...")
                .getBytes(StandardCharsets.UTF_8));
  }

  void end() {
    buffer.putShort((short) END_OF_OPTIONS).putShort((short) 0);
    int length = buffer.position() + WORD - start;
    buffer.putInt(length);
    buffer.putInt(start + WORD, length);
  }

  private PcapngBlocks pad() {
    while ((buffer.position() - start) % WORD != 0) {
      buffer.put((byte) 0);
    }
    return this;
  }
}
