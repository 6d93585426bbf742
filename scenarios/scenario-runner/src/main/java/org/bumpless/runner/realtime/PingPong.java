package org.bumpless.runner.realtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.Arrays;
import org.bumpless.plant.time.NanoClock;

/**
 * How long a message takes from a timing thread to an ordinary one and back, the timing thread
 * having slept before: what every measured request does.
 *
 * <p>A thread that is always served first is not always served sooner: where processors are slow to
 * wake each other, as in many virtual machines, it is quicker to share one with whom one talks to,
 * and the kernel does not do that for threads of policy FIFO.
 */
final class PingPong {
  private static final int ROUNDS = 200;
  private static final Duration APART = Duration.ofMillis(1);
  private static final Duration END_WITHIN = Duration.ofSeconds(3);

  private final NanoClock clock;

  PingPong(NanoClock clock) {
    this.clock = clock;
  }

  /** The median, nanoseconds, for the calling thread as it is scheduled now. */
  long median() throws IOException, InterruptedException {
    Pipe there = Pipe.open();
    Pipe back = Pipe.open();
    Thread other = Thread.ofPlatform().name("pong").daemon().start(() -> pong(there, back));
    long median;
    try (Pipe.SinkChannel out = there.sink();
        Pipe.SourceChannel in = back.source()) {
      median = ping(out, in);
    }
    if (!other.join(END_WITHIN)) {
      throw new IOException("the other end did not hang up in " + END_WITHIN);
    }
    return median;
  }

  private long ping(Pipe.SinkChannel out, Pipe.SourceChannel in)
      throws IOException, InterruptedException {
    ByteBuffer ball = ByteBuffer.allocateDirect(1);
    long[] nanos = new long[ROUNDS];
    long due = clock.nanos();
    for (int i = 0; i < ROUNDS; i++) {
      due = Math.max(due + APART.toNanos(), clock.nanos());
      clock.awaitUntil(due);
      long begin = clock.nanos();
      out.write(ball.clear());
      in.read(ball.clear());
      nanos[i] = clock.nanos() - begin;
    }
    Arrays.sort(nanos);
    return nanos[ROUNDS / 2];
  }

  /** Until the other side hangs up. */
  private static void pong(Pipe there, Pipe back) {
    ByteBuffer ball = ByteBuffer.allocateDirect(1);
    try (Pipe.SourceChannel in = there.source();
        Pipe.SinkChannel out = back.sink()) {
      while (in.read(ball.clear()) > 0) {
        out.write(ball.flip());
      }
    } catch (IOException _) {
      // the other side has hung up
    }
  }
}
