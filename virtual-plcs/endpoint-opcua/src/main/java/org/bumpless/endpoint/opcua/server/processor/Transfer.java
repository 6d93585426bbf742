package org.bumpless.endpoint.opcua.server.processor;

import java.util.Arrays;
import java.util.Optional;

/**
 * A program's text on its way between a station and a controller, as the open file that OPC
 * 10000-20, 4.2 describes: bytes and a position. Used under the lock of {@link Transfers}.
 */
final class Transfer {
  /** Longest text that a controller takes. */
  static final int BYTES_MAX = 1 << 20;

  private final Optional<GenerateOptions> options;
  private byte[] bytes;
  private int length;
  private int position;

  private Transfer(Optional<GenerateOptions> options, byte[] bytes) {
    this.options = options;
    this.bytes = bytes;
    this.length = bytes.length;
  }

  /** An empty file that is to be written. */
  static Transfer toController(GenerateOptions options) {
    return new Transfer(Optional.of(options), new byte[0]);
  }

  /** A file that is to be read. */
  static Transfer fromController(byte[] text) {
    return new Transfer(Optional.empty(), text.clone());
  }

  /** How the program is to take over; empty if the file is only read. */
  Optional<GenerateOptions> options() {
    return options;
  }

  long position() {
    return position;
  }

  /**
   * Goes to a byte; beyond the end means to the end.
   *
   * @param wanted without a sign, as the protocol has it
   */
  void goTo(long wanted) {
    position = Long.compareUnsigned(wanted, length) < 0 ? (int) wanted : length;
  }

  /** Reads on from the position. */
  byte[] read(int most) {
    int from = position;
    position = Math.min(length, from + Math.min(most, length));
    return Arrays.copyOfRange(bytes, from, position);
  }

  /** Writes at the position; whether it fits. */
  boolean write(byte[] data) {
    if (data.length > BYTES_MAX - position) {
      return false;
    }
    int end = position + data.length;
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(BYTES_MAX, Math.max(end, 2 * bytes.length)));
    }
    System.arraycopy(data, 0, bytes, position, data.length);
    position = end;
    length = Math.max(length, end);
    return true;
  }

  byte[] contents() {
    return Arrays.copyOf(bytes, length);
  }
}
