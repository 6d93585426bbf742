package org.bumpless.runner.run;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.SafetyEvent;
import org.bumpless.plant.model.Served;
import org.bumpless.scenario.check.Wording;
import org.bumpless.scenario.history.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code history.ndjson} as the history grows, on a thread of its own; when the disk cannot
 * follow, entries are counted as not written. Requests that only read are left out: the stations
 * make them by the thousand.
 */
final class HistoryWriter implements AutoCloseable {
  private static final int QUEUE = 16_384;
  private static final long LOOK_AGAIN_MILLIS = 200;
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(5);

  private final JsonMapper json = new JsonMapper();
  private final BlockingQueue<Entry> queue;
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final Duration settledWithin;
  private final Object progress = new Object();
  private long inFile;
  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
  private final Thread thread;
  private volatile boolean closing;
  private volatile boolean waitedFor;

  HistoryWriter(Path file) {
    this(() -> Files.newBufferedWriter(file), QUEUE, SETTLED_WITHIN);
  }

  /**
   * For a run in its own time, which waits for the disk: nothing is left out, so that one seed is
   * one file.
   */
  static HistoryWriter waitedFor(Path file) {
    HistoryWriter writer = new HistoryWriter(file);
    writer.waitedFor = true;
    return writer;
  }

  /**
   * @param disk opens the file; called and written to on the writer's thread
   * @param queue how many entries may wait for the disk
   */
  HistoryWriter(Disk disk, int queue, Duration settledWithin) {
    this.queue = new ArrayBlockingQueue<>(queue);
    this.settledWithin = settledWithin;
    this.thread = Thread.ofPlatform().name("history-writer").daemon().start(() -> write(disk));
  }

  /** Where the file is. */
  @FunctionalInterface
  interface Disk {
    Writer open() throws IOException;
  }

  void add(Entry entry) {
    if (entry instanceof Entry.Reached(var request) && !request.writes()) {
      return;
    }
    (offer(entry) ? taken : refused).incrementAndGet();
  }

  private boolean offer(Entry entry) {
    boolean has = queue.offer(entry);
    try {
      while (!has && waitedFor && thread.isAlive()) {
        has = queue.offer(entry, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return has;
  }

  /**
   * Waits until the file holds what it was told so far, but not for ever.
   *
   * @return how many entries it lacks; 0 if none
   */
  long settle() throws InterruptedException {
    long target = taken.get();
    long looks = settledWithin.toMillis() / LOOK_AGAIN_MILLIS;
    synchronized (progress) {
      for (long i = 0; i < looks && inFile < target && thread.isAlive(); i++) {
        progress.wait(LOOK_AGAIN_MILLIS);
      }
      return refused.get() + Math.max(0, target - inFile);
    }
  }

  /** What went wrong with the file, if anything did; from then on nothing is written. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure.get());
  }

  private void write(Disk disk) {
    try (BufferedWriter out = new BufferedWriter(disk.open())) {
      long written = 0;
      while (true) {
        Entry entry = queue.poll(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        if (entry != null) {
          out.write(json.writeValueAsString(node(entry)));
          out.newLine();
          written++;
        } else if (closing) {
          return;
        }
        if (queue.isEmpty()) {
          out.flush();
          flushed(written);
        }
      }
    } catch (IOException e) {
      failure.set(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void flushed(long written) {
    synchronized (progress) {
      inFile = written;
      progress.notifyAll();
    }
  }

  private ObjectNode node(Entry entry) {
    ObjectNode node = json.createObjectNode().put("nanos", entry.nanos());
    return switch (entry) {
      case Entry.Act act ->
          node.put("kind", "act")
              .put("sequence", act.sequence())
              .put("actor", act.actor())
              .put("host", act.host().value())
              .put("server", act.server().value())
              .put("protocol", act.protocol().id())
              .put("what", Wording.act(act))
              .put("wish", act.wish().name())
              .put("doneNanos", act.doneNanos())
              .put("outcome", Wording.outcome(act));
      case Entry.Changed(Effect effect) ->
          node.put("kind", "effect")
              .put("tag", effect.tag().toString())
              .put("before", effect.before().toString())
              .put("after", effect.after().toString())
              .put("scan", effect.tick().index());
      case Entry.Safety(SafetyEvent event) ->
          node.put("kind", "safety")
              .put("solver", event.solver().value())
              .put("subject", event.subject())
              .put("event", event.kind().name())
              .put("text", event.text())
              .put("scan", event.tick().index());
      case Entry.Reached(Served request) ->
          node.put("kind", "served")
              .put("controller", request.controller().value())
              .put("peer", request.peer())
              .put("request", request.request())
              .put("writes", request.writes())
              .put("accepted", request.accepted());
      case Entry.Decided decided ->
          node.put("kind", "decision")
              .put("subject", decided.subject())
              .put("action", decided.action().name())
              .put("asset", decided.asset().value())
              .put("protocol", decided.protocol().id())
              .put("tookNanos", decided.tookNanos())
              .put("answer", decided.answer());
      case Entry.MissedPoll missed ->
          node.put("kind", "missed-poll")
              .put("flow", missed.flow().value())
              .put("client", missed.client().value())
              .put("server", missed.server().value())
              .put("why", missed.why());
      case Entry.Mark mark ->
          node.put("kind", "mark").put("mark", mark.kind().name()).put("text", mark.text());
    };
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
