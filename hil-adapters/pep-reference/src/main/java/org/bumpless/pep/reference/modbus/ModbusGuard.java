package org.bumpless.pep.reference.modbus;

import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.pep.reference.frames.FrameGuard;
import org.bumpless.pep.reference.frames.Framing;
import org.bumpless.pep.reference.frames.Verdict;

/**
 * Holds a Modbus session to its scope: reading functions 1 to 4, 43/14 and the reading half of the
 * controllers' own function 65 always pass, writing functions 5, 6, 15, 16, 22, 23 and the rest of
 * 65 only in a read-write session, and nothing else ever does. The unit id passes as it is.
 */
public final class ModbusGuard implements FrameGuard {
  private static final int ILLEGAL_FUNCTION = 1;
  private static final int ILLEGAL_DATA_VALUE = 3;

  private final Framing framing = new ModbusFraming();

  @Override
  public Framing framing() {
    return framing;
  }

  @Override
  public Verdict inspect(byte[] bytes, int offset, int length, Scope scope) {
    int pdu = offset + ModbusFraming.PREFIX + 1;
    int size = length - ModbusFraming.PREFIX - 1;
    return switch (ModbusFunction.of(bytes, pdu, size)) {
      case READS -> Verdict.READ;
      case WRITES ->
          switch (scope) {
            case READ_WRITE -> Verdict.WRITE;
            case READ_ONLY ->
                exception(bytes, offset, ILLEGAL_FUNCTION, "writes in a read-only session");
          };
      case MISSHAPEN -> exception(bytes, offset, ILLEGAL_DATA_VALUE, "has the wrong size");
      case UNKNOWN -> exception(bytes, offset, ILLEGAL_FUNCTION, "is not on a list");
    };
  }

  @Override
  public boolean answers() {
    return true;
  }

  /**
   * The exception response to a request, for whoever refuses it (Modbus Application Protocol
   * V1.1b3, 7).
   */
  public static Verdict.Answer illegalFunction(byte[] bytes, int offset, String reason) {
    return exception(bytes, offset, ILLEGAL_FUNCTION, reason);
  }

  private static Verdict.Answer exception(byte[] bytes, int offset, int code, String reason) {
    int function = bytes[offset + 7] & 0xFF;
    byte[] reply = {
      bytes[offset],
      bytes[offset + 1],
      0,
      0,
      0,
      3,
      bytes[offset + 6],
      (byte) (function | 0x80),
      (byte) code
    };
    return new Verdict.Answer(reply, "function " + function + " " + reason);
  }
}
