package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.bumpless.plant.cable.Direction;
import org.bumpless.plant.cable.Impairment;
import org.bumpless.plant.network.cable.Lane;
import org.bumpless.plant.network.linux.PacketPair;
import org.bumpless.plant.time.NanoClock;

/**
 * Carries the frames of a cable from plug to plug on a thread of its own, and does to them what is
 * wrong with the cable. Shortly before a frame is due it does not sleep: a sleeping thread comes
 * late by more than some cables delay.
 */
final class CableRelay {
  private static final int HOST_END = 0;
  private static final int SWITCH_END = 1;
  private static final int WAITING_MAX = 8_192;
  private static final long LOOK_UP_NANOS = 20_000_000L;
  private static final long AWAKE_BEFORE_NANOS = 100_000L;
  private static final Duration END_WITHIN = Duration.ofSeconds(3);

  private final PacketPair ends;
  private final NanoClock clock;
  private final Lane toSwitch;
  private final Lane toHost;
  private final PriorityQueue<Due> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::number));
  private final Thread thread;
  private volatile Impairment impairment;
  private volatile boolean closed;
  private volatile Optional<String> failure = Optional.empty();
  private volatile boolean suffered;
  private volatile boolean choked;
  private long taken;

  /** A frame that has entered and not left; the buffer has its header before it. */
  private record Due(long nanos, long number, int end, ByteBuffer frame) {}

  private CableRelay(
      PacketPair ends,
      Impairment impairment,
      NanoClock clock,
      SplittableGenerator random,
      ThreadFactory threads) {
    this.ends = ends;
    this.impairment = impairment;
    this.clock = clock;
    this.toSwitch = new Lane(Direction.TO_SWITCH, random.split());
    this.toHost = new Lane(Direction.TO_HOST, random.split());
    this.thread = threads.newThread(this::run);
  }

  /**
   * Begins to carry.
   *
   * @param ends that of the host first; closed with the relay
   */
  static CableRelay start(
      PacketPair ends,
      Impairment impairment,
      NanoClock clock,
      SplittableGenerator random,
      ThreadFactory threads) {
    CableRelay relay = new CableRelay(ends, impairment, clock, random, threads);
    relay.thread.start();
    return relay;
  }

  /** From the next frame on. */
  void impair(Impairment other) {
    impairment = other;
    suffered = false;
  }

  /** Why what it does to frames shows nothing, as the end of a sentence about the cable. */
  Optional<String> doubt() {
    if (failure.isPresent()) {
      return failure;
    }
    if (choked) {
      return Optional.of("lost frames that it had no room for");
    }
    return suffered ? Optional.empty() : Optional.of("has done nothing to any frame");
  }

  private void run() {
    try (ends) {
      while (!closed) {
        long wait = untilNext(clock.nanos());
        ends.await(wait > AWAKE_BEFORE_NANOS ? wait - AWAKE_BEFORE_NANOS : 0);
        take(HOST_END, SWITCH_END, toSwitch);
        take(SWITCH_END, HOST_END, toHost);
        release();
      }
    } catch (IOException | RuntimeException e) {
      failure = Optional.of("carries nothing any more, by a fault of the bench: " + e);
    }
  }

  private long untilNext(long now) {
    Due next = waiting.peek();
    return next == null ? LOOK_UP_NANOS : Math.min(LOOK_UP_NANOS, next.nanos() - now);
  }

  private void take(int from, int to, Lane lane) throws IOException {
    if (!ends.ready(from)) {
      return;
    }
    long now = clock.nanos();
    byte[] frame = ends.receive(from);
    if (frame.length == 0) {
      return;
    }
    if (waiting.size() >= WAITING_MAX) {
      choked = true;
      return;
    }
    OptionalLong leaves = lane.leaves(impairment, now, frame.length - PacketPair.HEADER_BYTES);
    suffered |= leaves.isEmpty() || leaves.getAsLong() > now;
    leaves.ifPresent(nanos -> waiting.add(new Due(nanos, taken++, to, ByteBuffer.wrap(frame))));
  }

  private void release() throws IOException {
    for (Due next = waiting.peek();
        next != null && next.nanos() <= clock.nanos();
        next = waiting.peek()) {
      waiting.remove();
      choked |= !ends.send(next.end(), next.frame().array());
    }
  }

  /**
   * Carries nothing any more; what is on its way is lost.
   *
   * @return why it had ended by itself, if it had
   */
  Optional<String> end() {
    closed = true;
    try {
      if (!thread.join(END_WITHIN)) {
        throw new IllegalStateException("a cable of the bench did not end in " + END_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return failure;
  }
}
