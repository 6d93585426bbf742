package org.bumpless.endpoint.s7.client;

import java.nio.ByteBuffer;
import org.bumpless.plc.dial.Trouble.MalformedAnswer;

/**
 * A packet from a controller, opened.
 *
 * @param type 1 job, 2 acknowledgement, 3 with data, 7 user data
 * @param error class and code, as one number; 0 if none
 */
record Reply(int type, int reference, int error, ByteBuffer parameter, ByteBuffer data) {
  private static final int S7 = 7;
  private static final int PROTOCOL = 0x32;

  /** Opens a data packet. */
  static Reply of(byte[] packet) throws MalformedAnswer {
    ByteBuffer bytes = ByteBuffer.wrap(packet);
    if (packet.length < S7 + 10 || (bytes.get(S7) & 0xFF) != PROTOCOL) {
      throw new MalformedAnswer("an answer that is no S7comm; closed");
    }
    int type = bytes.get(S7 + 1);
    boolean errors = type == 2 || type == 3;
    int parameter = bytes.getShort(S7 + 6) & 0xFFFF;
    int data = bytes.getShort(S7 + 8) & 0xFFFF;
    int at = S7 + 10 + (errors ? 2 : 0);
    if (at + parameter + data != packet.length) {
      throw new MalformedAnswer("an answer whose lengths do not fill it; closed");
    }
    return new Reply(
        type,
        bytes.getShort(S7 + 4) & 0xFFFF,
        errors ? bytes.getShort(S7 + 10) & 0xFFFF : 0,
        bytes.slice(at, parameter),
        bytes.slice(at + parameter, data));
  }

  /** The function of a job or its answer; 0 if it has none. */
  int function() {
    return parameter.limit() == 0 ? 0 : parameter.get(0) & 0xFF;
  }
}
