package org.bumpless.pep.reference.opcua;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.pep.reference.frames.FrameGuard;
import org.bumpless.pep.reference.frames.Framing;
import org.bumpless.pep.reference.frames.Verdict;

/**
 * Holds an OPC UA connection to its scope.
 *
 * <p>A channel is opened with Basic256Sha256, or with None for discovery alone: GetEndpoints and
 * FindServers are asked without security by every client that does not know the server's
 * certificate yet (OPC 10000-4, 5.5). In a read-only session only services that change nothing
 * pass, judged by the first chunk of each message; in a read-write session all do. OPC UA has no
 * answer that a stranger to the channel could give, so what does not pass ends the session.
 */
public final class OpcUaGuard implements FrameGuard {
  private static final byte[] SECURED =
      "http://opcfoundation.org/UA/SecurityPolicy#Basic256Sha256"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] UNSECURED =
      "http://opcfoundation.org/UA/SecurityPolicy#None".getBytes(StandardCharsets.US_ASCII);

  private static final int HELLO = word('H', 'E', 'L');
  private static final int OPEN = word('O', 'P', 'N');
  private static final int MESSAGE = word('M', 'S', 'G');
  private static final int CLOSE = word('C', 'L', 'O');
  private static final int ERROR = word('E', 'R', 'R');

  private static final int HELLO_MIN = 32;
  private static final int HELLO_MAX = HELLO_MIN + 4096;
  private static final int POLICY = 12;
  private static final int SEQUENCE = 16;
  private static final int REQUEST = 20;
  private static final int BODY = 24;

  private static final int GET_ENDPOINTS = 428;
  private static final int FIND_SERVERS = 422;

  /** What stands open. */
  private enum Channel {
    NOTHING,
    GREETED,
    DISCOVERY,
    SECURED
  }

  private final Framing framing = new OpcUaFraming();
  private final MessageOrder order = new MessageOrder();
  private Channel channel = Channel.NOTHING;

  @Override
  public Framing framing() {
    return framing;
  }

  @Override
  public boolean answers() {
    return false;
  }

  @Override
  public Verdict inspect(byte[] bytes, int offset, int length, Scope scope) {
    int type = word(bytes[offset], bytes[offset + 1], bytes[offset + 2]);
    byte chunk = bytes[offset + 3];
    if (type == MESSAGE) {
      return message(bytes, offset, length, chunk, scope);
    }
    if (chunk != 'F') {
      return new Verdict.Close("chunk type " + (char) (chunk & 0xFF) + " where only F may stand");
    }
    if (type == HELLO) {
      return hello(length);
    }
    if (channel == Channel.NOTHING) {
      return new Verdict.Close("no Hello at the start");
    }
    if (type == OPEN) {
      return open(bytes, offset, length);
    }
    if (type == CLOSE || type == ERROR) {
      return length <= HELLO_MAX ? Verdict.READ : new Verdict.Close("closing message too long");
    }
    return new Verdict.Close("message type that no client sends");
  }

  private Verdict hello(int length) {
    if (channel != Channel.NOTHING) {
      return new Verdict.Close("second Hello");
    }
    if (length < HELLO_MIN || length > HELLO_MAX) {
      return new Verdict.Close("Hello of " + length + " bytes");
    }
    channel = Channel.GREETED;
    return Verdict.READ;
  }

  private Verdict open(byte[] bytes, int offset, int length) {
    boolean secured = hasPolicy(bytes, offset, length, SECURED);
    if (!secured && !hasPolicy(bytes, offset, length, UNSECURED)) {
      return new Verdict.Close("channel with a security policy other than Basic256Sha256");
    }
    Channel asked = secured ? Channel.SECURED : Channel.DISCOVERY;
    if (channel != Channel.GREETED && channel != asked) {
      return new Verdict.Close("security policy changed on an open channel");
    }
    channel = asked;
    order.skip();
    return Verdict.READ;
  }

  private static boolean hasPolicy(byte[] bytes, int offset, int length, byte[] policy) {
    int from = offset + POLICY + 4;
    return length >= POLICY + 4 + policy.length
        && UaBytes.u32(bytes, offset + POLICY) == policy.length
        && Arrays.equals(bytes, from, from + policy.length, policy, 0, policy.length);
  }

  private Verdict message(byte[] bytes, int offset, int length, byte chunk, Scope scope) {
    if (chunk != 'F' && chunk != 'C' && chunk != 'A') {
      return new Verdict.Close("chunk type " + (char) (chunk & 0xFF) + ": expected F, C or A");
    }
    return switch (channel) {
      case NOTHING, GREETED -> new Verdict.Close("message before a channel was opened");
      case DISCOVERY -> readable(bytes, offset, length, chunk);
      case SECURED ->
          switch (scope) {
            case READ_ONLY -> readable(bytes, offset, length, chunk);
            case READ_WRITE -> {
              order.forget();
              yield Verdict.WRITE;
            }
          };
    };
  }

  private Verdict readable(byte[] bytes, int offset, int length, byte chunk) {
    if (length < BODY || !order.follows(UaBytes.u32(bytes, offset + SEQUENCE))) {
      return new Verdict.Close("message cannot be read: read-only sessions need mode Sign");
    }
    long request = UaBytes.u32(bytes, offset + REQUEST);
    if (order.midMessage()) {
      if (!order.continues(request)) {
        return new Verdict.Close("chunk of another message inside a message");
      }
      order.note(request, chunk == 'C');
      return Verdict.READ;
    }
    if (chunk == 'A') {
      return new Verdict.Close("abort of a message that never began");
    }
    int service = ServiceId.at(bytes, offset + BODY, offset + length);
    if (!allowed(service)) {
      return new Verdict.Close(
          service == ServiceId.NONE
              ? "message cannot be read: read-only sessions need mode Sign"
              : "service " + service + " is not on the list of reading services");
    }
    order.note(request, chunk == 'C');
    return Verdict.READ;
  }

  private boolean allowed(int service) {
    return channel == Channel.DISCOVERY
        ? service == GET_ENDPOINTS || service == FIND_SERVERS
        : ReadingServices.contains(service);
  }

  private static int word(int first, int second, int third) {
    return first << 16 | second << 8 | third;
  }
}
