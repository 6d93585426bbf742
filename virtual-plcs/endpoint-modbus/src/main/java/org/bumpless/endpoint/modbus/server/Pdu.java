package org.bumpless.endpoint.modbus.server;

import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.nio.ByteBuffer;

/**
 * The bytes of one request as they lie in the connection's buffer, valid until the next frame is
 * read.
 *
 * @param from where the function code stands
 * @param length function code and data, 1 to 253
 */
@SuppressWarnings("ArrayRecordComponent") // a view, compared by nobody
record Pdu(byte[] buffer, int from, int length) {
  int function() {
    return unsignedByte(0);
  }

  /** A byte, counted from the function code. */
  int unsignedByte(int at) {
    return buffer[from + at] & 0xFF;
  }

  /** Two bytes, high byte first, counted from the function code. */
  int unsignedShort(int at) {
    return unsignedByte(at) << 8 | unsignedByte(at + 1);
  }

  /** What follows the function code and the byte after it; nothing if there is no such byte. */
  ByteBuffer rest() {
    int head = Math.min(2, length);
    return ByteBuffer.wrap(buffer, from + head, length - head).slice();
  }

  /** What follows the function code. */
  DataInput data() {
    return new DataInputStream(new ByteArrayInputStream(buffer, from + 1, length - 1));
  }
}
