package org.bumpless.bridge.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.bumpless.adapter.bridge.BridgeEvent;
import org.bumpless.adapter.bridge.BridgePlan;
import org.bumpless.adapter.bridge.Reading;
import org.bumpless.adapter.bridge.RealController;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.bridge.core.Lease;
import org.bumpless.bridge.core.Plan;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;

/** The bench's end of a bridge. */
public final class ProcessBridge implements RealController {
  private static final Duration START_MAX = Duration.ofSeconds(30);
  private static final Duration END_MAX = Duration.ofSeconds(5);

  /** What it may still be at when it is told to stop, and a last try to connect (four of them). */
  private static final int STOP_EXCHANGES = 8;

  private final BridgePlan bridge;
  private final Plan plan;
  private final Child child;
  private final BlockingQueue<Words> waiting = new ArrayBlockingQueue<>(Plan.WAITING_MAX);
  private final Map<TagId, Seen> seen = new ConcurrentHashMap<>();
  private final Map<Long, TagId> underWay = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private final CompletableFuture<Boolean> stopped = new CompletableFuture<>();
  private final Thread sender;
  private final Thread reader;
  private volatile boolean closing;
  private volatile boolean ended;

  /** A value, and when it came. */
  private record Seen(TagValue value, long nanos) {}

  private ProcessBridge(BridgePlan bridge, Plan plan, Child child) {
    this.bridge = bridge;
    this.plan = plan;
    this.child = child;
    String name = "bridge " + plan.controller();
    this.sender = Thread.ofPlatform().daemon().name(name + " beats").unstarted(this::send);
    this.reader = Thread.ofPlatform().daemon().name(name).unstarted(this::listen);
  }

  /**
   * Starts the process and waits until it has read every tag once.
   *
   * @throws ProductException if it cannot; the process has ended then
   */
  public static RealController open(BridgePlan bridge, Plan plan, Class<?> main)
      throws ProductException, InterruptedException {
    ProcessBridge made;
    try {
      made = new ProcessBridge(bridge, plan, Child.start(plan, main));
    } catch (IOException e) {
      throw new ProductException(
          ProductException.Cause.UNAVAILABLE, "no process for a bridge: " + e.getMessage(), e);
    }
    try {
      made.begin();
      return made;
    } catch (ProductException | InterruptedException | RuntimeException e) {
      made.giveUp();
      throw e;
    }
  }

  private void begin() throws ProductException, InterruptedException {
    reader.start();
    try {
      child.say(PlanText.write(plan));
    } catch (IOException _) {
      // it has ended; what it said about that is awaited below
    }
    sender.start();
    Duration limit =
        START_MAX.plus(plan.spec().timeout().multipliedBy(3L + plan.spec().tags().size()));
    try {
      ready.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProductException why) {
        throw why;
      }
      throw new IllegalStateException("bridge " + plan.controller() + ": " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new ProductException(
          ProductException.Cause.UNAVAILABLE,
          "%s: its bridge has not got ready within %d s; look into %s"
              .formatted(plan.controller(), limit.toSeconds(), child.log()),
          e);
    }
  }

  @Override
  public AssetId id() {
    return plan.controller();
  }

  @Override
  public Optional<Reading> read(TagId tag) {
    Seen last = seen.get(tag);
    return last == null
        ? Optional.empty()
        : Optional.of(new Reading(quality(tag, last), last.value()));
  }

  private Reading.Quality quality(TagId tag, Seen last) {
    if (underWay.containsValue(tag)) {
      return Reading.Quality.UNDER_WAY;
    }
    return ended || bridge.clock().nanos() - last.nanos() > plan.spec().stale().toNanos()
        ? Reading.Quality.STALE
        : Reading.Quality.GOOD;
  }

  @Override
  public boolean offer(TagId tag, TagValue value) {
    if (!plan.writes() || closing || ended || plan.spec().writable(tag).isEmpty()) {
      return false;
    }
    long number = numbers.incrementAndGet();
    underWay.put(number, tag);
    boolean taken = waiting.offer(Words.of(Talk.WRITE, number, tag, value.number()));
    if (!taken) {
      underWay.remove(number);
    }
    return taken;
  }

  @Override
  public void revert() {
    if (plan.writes() && !waiting.offer(Words.of(Talk.REVERT))) {
      tell(BridgeEvent.Kind.REVERTED, "NOT brought back: too many writes wait");
    }
  }

  @Override
  public boolean sound() {
    return !ended
        && plan.spec().tags().stream()
            .allMatch(
                point ->
                    read(point.tag())
                        .filter(r -> r.quality() != Reading.Quality.STALE)
                        .isPresent());
  }

  /** Sends what waits, and a beat where nothing does. */
  private void send() {
    long every = Lease.every(plan.spec().deadMan()).toNanos();
    try {
      while (!ended) {
        Words line = waiting.poll(every, TimeUnit.NANOSECONDS);
        child.say(line == null ? Words.of(Talk.BEAT) : line);
        if (line != null && line.about().equals(Talk.STOP)) {
          return;
        }
      }
    } catch (IOException | InterruptedException _) {
      // the process has ended or is given up: the reader sees it
    }
  }

  private void listen() {
    try (BufferedReader lines = child.lines()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(Words.parse(line));
      }
    } catch (IOException _) {
      // as good as its end
    }
    ended = true;
    ready.completeExceptionally(
        new ProductException(
            ProductException.Cause.UNAVAILABLE,
            plan.controller() + ": its bridge has ended; look into " + child.log()));
    underWay.clear();
    stopped.complete(false);
    if (!closing) {
      tell(BridgeEvent.Kind.ENDED, "the bridge has ended; look into " + child.log());
    }
  }

  private void hear(Words line) {
    switch (line.about()) {
      case Talk.VALUE -> seen(TagId.parse(line.word(1)), line.number(2));
      case Talk.SETTLED -> underWay.remove(line.whole(1));
      case Talk.EVENT -> tell(BridgeEvent.Kind.valueOf(line.word(1)), line.word(2));
      case Talk.READY -> ready.complete(true);
      case Talk.STOPPED -> stopped.complete(Boolean.parseBoolean(line.word(1)));
      case Talk.FAULT ->
          ready.completeExceptionally(
              new ProductException(
                  ProductException.Cause.valueOf(line.word(1)),
                  plan.controller() + ": " + line.word(2)));
      default -> tell(BridgeEvent.Kind.ENDED, "the bridge says \"" + line + "\"");
    }
  }

  private void seen(TagId tag, double number) {
    try {
      TagValue value = TagValue.of(plan.type(plan.point(tag)), number);
      seen.put(tag, new Seen(value, bridge.clock().nanos()));
    } catch (IllegalArgumentException _) {
      // the tag's type cannot hold it: it gets stale, which is seen
    }
  }

  private void tell(BridgeEvent.Kind kind, String text) {
    bridge.log().accept(new BridgeEvent(plan.controller(), kind, text));
  }

  @Override
  public void close() throws ProductException {
    closing = true;
    boolean back = ended ? child.recover() : stop();
    giveUp();
    if (plan.writes() && !back) {
      Optional<String> lacking = NotBack.told(plan); // the log is the last to know
      if (lacking.isPresent()) {
        throw new ProductException(ProductException.Cause.UNAVAILABLE, lacking.get());
      }
    }
  }

  /** Lets the process end in order; whether the recorded values are back. */
  private boolean stop() {
    waiting.clear();
    if (!waiting.offer(Words.of(Talk.STOP))) {
      return false;
    }
    Duration limit = plan.spec().deadMan().plus(plan.spec().timeout().multipliedBy(STOP_EXCHANGES));
    boolean interrupted = Thread.interrupted(); // an interrupt ends a run, and not the way back
    try {
      return stopped.get(limit.plus(END_MAX).toNanos(), TimeUnit.NANOSECONDS)
          || ended && child.recover();
    } catch (InterruptedException _) {
      interrupted = true;
      return false;
    } catch (ExecutionException | TimeoutException _) {
      return false; // the end of its pipe makes it go on by itself
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The end of its pipe ends it, after it has brought back what there is. */
  private void giveUp() {
    ended = true;
    sender.interrupt();
    child.close(plan.writes() ? END_MAX : Duration.ZERO);
    join(sender);
    join(reader);
  }

  private static void join(Thread thread) {
    try {
      thread.join(END_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
