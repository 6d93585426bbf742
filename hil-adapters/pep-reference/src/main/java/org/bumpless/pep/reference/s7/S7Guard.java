package org.bumpless.pep.reference.s7;

import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.pep.reference.frames.FrameGuard;
import org.bumpless.pep.reference.frames.Framing;
import org.bumpless.pep.reference.frames.Verdict;

/**
 * Holds an S7comm session to its scope: reads, uploads, status lists and lists of blocks always
 * pass; writes, downloads, start, stop and the password only in a read-write session; nothing else
 * ever does. A job that is refused is answered as a controller would; what has no such answer ends
 * the session.
 */
public final class S7Guard implements FrameGuard {
  private static final int COTP_LENGTH = 4;
  private static final int COTP_TYPE = 5;
  private static final int COTP_FLAGS = 6;
  private static final int S7 = 7;
  private static final int REFERENCE = S7 + 4;
  private static final int PARAMETER_LENGTH = S7 + 6;
  private static final int DATA_LENGTH = S7 + 8;
  private static final int HEADER = 10;
  private static final int ERROR_CODE = 2;

  private static final int CONNECT = 0xE0;
  private static final int DATA = 0xF0;
  private static final int WHOLE = 0x80;
  private static final int PROTOCOL = 0x32;
  private static final int JOB = 1;
  private static final int ACK_DATA = 3;
  private static final int USER_DATA = 7;

  /** User data: three bytes of head, then length, direction, group, what is wanted, sequence. */
  private static final int USER_DATA_BYTES = 8;

  private static final byte[] USER_DATA_HEAD = {0, 1, 0x12};
  private static final int GROUP = 5;
  private static final int WANTED = 6;

  /** Error class "access" of an answer, and a code of its own. */
  private static final byte ACCESS = (byte) 0x87;

  private static final byte DENIED = 1;

  private final Framing framing = new S7Framing();
  private boolean connected;

  @Override
  public Framing framing() {
    return framing;
  }

  @Override
  public boolean answers() {
    return true;
  }

  @Override
  public Verdict inspect(byte[] bytes, int offset, int length, Scope scope) {
    int type = bytes[offset + COTP_TYPE] & 0xFF;
    if (!connected) {
      return connect(type, bytes[offset + COTP_LENGTH] & 0xFF, length);
    }
    boolean data =
        type == DATA
            && bytes[offset + COTP_LENGTH] == 2
            && (bytes[offset + COTP_FLAGS] & 0xFF) == WHOLE;
    if (!data) {
      return new Verdict.Close("no whole data packet of ISO transport");
    }
    if (!sound(bytes, offset, length)) {
      return new Verdict.Close("no S7comm whose lengths fill the packet");
    }
    return message(bytes, offset, scope);
  }

  private Verdict connect(int type, int transportBytes, int length) {
    if (type != CONNECT || COTP_LENGTH + 1 + transportBytes != length) {
      return new Verdict.Close("no connection request at the start");
    }
    connected = true;
    return Verdict.READ;
  }

  private static boolean sound(byte[] bytes, int offset, int length) {
    return length >= S7 + HEADER
        && bytes[offset + S7] == PROTOCOL
        && parameter(bytes, offset)
                + u16(bytes, offset + PARAMETER_LENGTH)
                + u16(bytes, offset + DATA_LENGTH)
            == offset + length
        && u16(bytes, offset + PARAMETER_LENGTH) > 0;
  }

  /** Where the parameter of a packet begins. */
  private static int parameter(byte[] bytes, int offset) {
    return offset + S7 + HEADER + (bytes[offset + S7 + 1] == ACK_DATA ? ERROR_CODE : 0);
  }

  private static Verdict message(byte[] bytes, int offset, Scope scope) {
    int parameter = parameter(bytes, offset);
    int function = bytes[parameter] & 0xFF;
    return switch (bytes[offset + S7 + 1]) {
      case JOB -> {
        S7Function job = S7Function.ofJob(function);
        yield passes(job, scope)
            ? verdict(job)
            : refused(bytes, offset, function, reason(job, "function " + function));
      }
      case ACK_DATA -> orClosed(S7Function.ofAnswer(function), scope, "answer " + function);
      case USER_DATA -> userData(bytes, offset, parameter, scope);
      default -> new Verdict.Close("message type that no client sends");
    };
  }

  private static Verdict userData(byte[] bytes, int offset, int parameter, Scope scope) {
    boolean whole = u16(bytes, offset + PARAMETER_LENGTH) >= USER_DATA_BYTES;
    for (int i = 0; whole && i < USER_DATA_HEAD.length; i++) {
      whole = bytes[parameter + i] == USER_DATA_HEAD[i];
    }
    if (!whole) {
      return new Verdict.Close("user data that is none");
    }
    int group = bytes[parameter + GROUP] & 0xFF;
    int wanted = bytes[parameter + WANTED] & 0xFF;
    return orClosed(
        S7Function.ofUserData(group, wanted), scope, "user data " + group + "/" + wanted);
  }

  private static Verdict orClosed(S7Function function, Scope scope, String what) {
    return passes(function, scope) ? verdict(function) : new Verdict.Close(reason(function, what));
  }

  private static boolean passes(S7Function function, Scope scope) {
    return switch (function) {
      case READS -> true;
      case WRITES -> scope == Scope.READ_WRITE;
      case UNKNOWN -> false;
    };
  }

  private static Verdict verdict(S7Function function) {
    return function == S7Function.WRITES ? Verdict.WRITE : Verdict.READ;
  }

  private static String reason(S7Function function, String what) {
    return what
        + (function == S7Function.WRITES ? " writes in a read-only session" : " is not on a list");
  }

  /** The answer of a controller that does not let anybody do that. */
  private static Verdict refused(byte[] bytes, int offset, int function, String reason) {
    byte[] reply = {
      3,
      0,
      0,
      20,
      2,
      (byte) DATA,
      (byte) WHOLE,
      PROTOCOL,
      ACK_DATA,
      0,
      0,
      bytes[offset + REFERENCE],
      bytes[offset + REFERENCE + 1],
      0,
      1,
      0,
      0,
      ACCESS,
      DENIED,
      (byte) function
    };
    return new Verdict.Answer(reply, reason);
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }
}
