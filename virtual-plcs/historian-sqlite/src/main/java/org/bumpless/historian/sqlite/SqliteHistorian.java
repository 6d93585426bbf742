package org.bumpless.historian.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.station.Historian;
import org.bumpless.plc.station.HistorianProvider.Settings;
import org.bumpless.plc.station.Poll;
import org.jspecify.annotations.Nullable;

/** Takes polls from a queue and writes what is worth storing, on a thread of its own. */
final class SqliteHistorian implements Historian {
  private static final long END_WITHIN_MILLIS = 10_000;

  private final Settings settings;
  private final Limits limits;
  private final NanoClock clock;
  private final SampleStore store;
  private final BlockingQueue<Poll> queue;
  private final Map<TagId, LastStored> lastStored = new HashMap<>();
  private final AtomicLong polls = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong recorded = new AtomicLong();
  private final Thread thread;
  private volatile long samples;
  private volatile @Nullable String failure;
  private long refusedBefore;
  private long flushedNanos;

  /** Makes the file and starts to record. */
  SqliteHistorian(Settings settings, Limits limits) throws IOException {
    this.settings = settings;
    this.limits = limits;
    this.clock = settings.clock();
    this.queue = new ArrayBlockingQueue<>(limits.queued());
    this.flushedNanos = clock.nanos();
    Instant zero = clock.instant().minusNanos(flushedNanos);
    this.store =
        SampleStore.create(
            settings.folder().resolve(settings.name() + ".sqlite"),
            zero,
            facts(settings, limits, SampleStore.utc(zero, flushedNanos)),
            settings.tags(),
            limits);
    for (Tag tag : settings.tags()) {
      lastStored.put(
          tag.id(),
          new LastStored(
              lastStored.size(), limits.deadBandOf(tag), limits.atLeastEvery().toNanos()));
    }
    this.thread =
        Thread.ofPlatform()
            .name("historian-" + settings.historian().id())
            .daemon()
            .start(this::run);
  }

  private static Map<String, String> facts(Settings settings, Limits limits, String began) {
    Map<String, String> facts = new LinkedHashMap<>(settings.about());
    facts.put("historian", settings.historian().id().value());
    facts.put("station", settings.historian().records().value());
    facts.put("began", began);
    facts.put(
        "stored",
        "a value outside of the dead band (table tag) around the last stored one, a change of"
            + " quality, and each tag at least every "
            + limits.atLeastEvery().toSeconds()
            + " s");
    return facts;
  }

  @Override
  public void polled(Poll poll) {
    polls.incrementAndGet();
    if (failure != null || !queue.offer(poll)) {
      refused.incrementAndGet();
    }
  }

  @Override
  public Account account() {
    String why = failure;
    long lost = why == null ? refused.get() : polls.get() - recorded.get();
    return new Account(polls.get(), samples, lost, Optional.ofNullable(why));
  }

  private void run() {
    try (store) {
      while (awaitNextFlush()) {
        flush();
      }
      flush();
      store.note(
          Map.of(
              "ended", store.utc(clock.nanos()),
              "polls", Long.toString(polls.get()),
              "polls lost", Long.toString(refused.get())));
      store.finish();
    } catch (SQLException | RuntimeException e) {
      failure = "cannot write " + settings.name() + ".sqlite: " + e.getMessage();
    }
  }

  /** Whether there is a next one: {@link #close} interrupts the wait. */
  private boolean awaitNextFlush() {
    try {
      clock.await(limits.flush());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void flush() throws SQLException {
    long now = clock.nanos();
    List<Poll> taken = new ArrayList<>(queue.size());
    queue.drainTo(taken);
    List<Sample> worth = new ArrayList<>();
    for (Poll poll : taken) {
      pick(poll, worth);
    }
    store.write(worth);
    recorded.addAndGet(taken.size());
    samples = store.samples();
    long refusedNow = refused.get();
    if (refusedNow > refusedBefore) {
      store.gap(flushedNanos, now, refusedNow - refusedBefore);
      refusedBefore = refusedNow;
    }
    flushedNanos = now;
  }

  private void pick(Poll poll, List<Sample> worth) {
    Map<TagId, TagValue> values =
        poll.outcome() instanceof Outcome.Answered(var read, var detail) ? read : Map.of();
    for (TagId tag : poll.flow().tags()) {
      LastStored last = lastStored.get(tag);
      if (last != null) {
        TagValue value = values.get(tag);
        double number = value == null ? Double.NaN : value.number();
        Quality quality = value == null ? Quality.withoutValue(poll.outcome()) : Quality.GOOD;
        if (last.take(poll.doneNanos(), number, quality)) {
          worth.add(new Sample(last.tag(), poll.doneNanos(), number, quality));
        }
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(END_WITHIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      throw new IllegalStateException(
          "the historian %s did not end within %d s; its last samples may be missing"
              .formatted(settings.historian().id(), END_WITHIN_MILLIS / 1000));
    }
  }
}
