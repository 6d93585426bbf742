package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.network.linux.Devices;
import org.bumpless.plant.network.linux.PacketRing;
import org.bumpless.plant.network.tap.Frame;
import org.bumpless.plant.network.tap.FrameSink;
import org.bumpless.plant.network.tap.Tap;
import org.bumpless.plant.time.NanoClock;

/** Listens at the legs of the product with one socket in its network, and a thread of its own. */
final class NetnsTap implements Tap {
  private static final Duration LOOK_UP = Duration.ofMillis(50);
  private static final Duration END_WITHIN = Duration.ofSeconds(3);
  private static final Duration ROUND_WITHIN = Duration.ofSeconds(3);

  private final List<Leg> legs;
  private final Map<Integer, Integer> numbers;
  private final PacketRing ring;
  private final FrameSink sink;
  private final Thread thread;
  private final Rounds rounds = new Rounds();
  private volatile boolean closed;
  private volatile Counts counts = new Counts(0, 0);
  private volatile Optional<String> failure = Optional.empty();
  private long seen;

  private NetnsTap(
      List<Leg> legs,
      Map<Integer, Integer> numbers,
      PacketRing ring,
      FrameSink sink,
      Namespace product) {
    this.legs = List.copyOf(legs);
    this.numbers = Map.copyOf(numbers);
    this.ring = ring;
    this.sink = sink;
    this.thread = product.threads("tap").newThread(this::run);
  }

  /**
   * Begins to listen.
   *
   * @param legs those of the product
   * @throws IOException if the host refuses
   */
  static NetnsTap open(Namespace product, List<Leg> legs, FrameSink sink)
      throws IOException, InterruptedException {
    NetnsTap tap =
        product.within(
            () -> {
              Map<Integer, Integer> numbers = new HashMap<>();
              for (int number = 0; number < legs.size(); number++) {
                numbers.put(Devices.index(legs.get(number).device()), number);
              }
              return new NetnsTap(legs, numbers, PacketRing.open(), sink, product);
            });
    tap.thread.start();
    return tap;
  }

  @Override
  public List<Leg> legs() {
    return legs;
  }

  private void run() {
    try (ring) {
      while (!closed) {
        ring.await(LOOK_UP);
        ring.drain(this::hand);
        counts = new Counts(seen, ring.dropped());
        rounds.done();
      }
    } catch (IOException | RuntimeException e) {
      failure = Optional.of("the tap at the product has ended: " + e);
    }
  }

  /** What the product says to itself, over its loopback, passes nobody. */
  private void hand(long epochNanos, int device, boolean outgoing, int length, ByteBuffer bytes) {
    Integer leg = numbers.get(device);
    if (leg != null) {
      seen++;
      sink.frame(new Frame(epochNanos, leg, outgoing, length, bytes));
    }
  }

  @Override
  public boolean settle(NanoClock clock) throws InterruptedException {
    if (failure.isPresent()) {
      return false;
    }
    clock.await(PacketRing.RETIRE.multipliedBy(2)); // its timer may have to come round twice
    return rounds.awaitWholeRound(ROUND_WITHIN) && failure.isEmpty();
  }

  @Override
  public Counts counts() {
    return counts;
  }

  @Override
  public Optional<String> failure() {
    return failure;
  }

  @Override
  public void close() {
    closed = true;
    try {
      if (!thread.join(END_WITHIN)) {
        throw new IllegalStateException("the tap did not end in " + END_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
