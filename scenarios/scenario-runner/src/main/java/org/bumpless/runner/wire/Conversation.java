package org.bumpless.runner.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * One TCP connection at one leg, in which client and server take turns: every request is answered
 * before the next one is sent. What a turn says is not read, so it may be encrypted.
 */
final class Conversation {
  private final List<Turn> turns = new ArrayList<>();
  private final Side client = new Side();
  private final Side server = new Side();
  private boolean clientSpeaks;

  /**
   * A request and its answer.
   *
   * @param askedFirst when its first byte passed, nanoseconds since 1970
   * @param askedLast when its last byte passed
   * @param answeredFirst when the first byte of the answer passed
   * @param answeredLast when the last byte of the answer passed
   * @param asked digest of the request's bytes
   * @param answered digest of the answer's bytes
   */
  record Turn(
      long askedFirst,
      long askedLast,
      long answeredFirst,
      long answeredLast,
      long asked,
      long answered) {
    boolean saysTheSame(Turn other) {
      return asked == other.asked && answered == other.answered;
    }
  }

  /** What one side is saying. */
  private static final class Side {
    private final CRC32C digest = new CRC32C();
    private long first;
    private long last;
    private int next;
    private boolean known;

    /** Whether there is anything new in it: what is sent again was heard before. */
    boolean hears(TcpSegment segment) {
      int end = segment.sequence() + segment.payload().remaining();
      boolean fresh = !known || end - next > 0;
      if (fresh) {
        next = end;
        known = true;
      }
      return fresh;
    }

    void begin(long nanos) {
      digest.reset();
      first = nanos;
    }

    void add(long nanos, ByteBuffer bytes) {
      last = nanos;
      digest.update(bytes.duplicate());
    }
  }

  /** A segment with data has passed. */
  void heard(long nanos, boolean fromClient, TcpSegment segment) {
    Side side = fromClient ? client : server;
    if (!side.hears(segment)) {
      return;
    }
    if (fromClient && !clientSpeaks) {
      endTurn();
      client.begin(nanos);
    } else if (!fromClient && clientSpeaks) {
      server.begin(nanos);
    }
    clientSpeaks = fromClient;
    side.add(nanos, segment.payload());
  }

  private void endTurn() {
    if (client.last != 0 && server.last > client.last) {
      turns.add(
          new Turn(
              client.first,
              client.last,
              server.first,
              server.last,
              client.digest.getValue(),
              server.digest.getValue()));
    }
  }

  /** All turns that are over, oldest first; the connection says nothing more. */
  List<Turn> turns() {
    if (!clientSpeaks) {
      endTurn();
      client.last = 0;
    }
    return List.copyOf(turns);
  }
}
