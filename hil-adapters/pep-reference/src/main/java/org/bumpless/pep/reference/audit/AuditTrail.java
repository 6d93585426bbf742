package org.bumpless.pep.reference.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes audit events to {@code audit.ndjson}, one JSON object per line, from a thread of its own.
 */
public final class AuditTrail implements AutoCloseable {
  /** Name of the file in the product's folder. */
  public static final String FILE = "audit.ndjson";

  private static final System.Logger LOG = System.getLogger(AuditTrail.class.getName());
  private static final int QUEUE_MAX = 4096;
  private static final long IDLE_MILLIS = 100;
  private static final long CLOSE_MILLIS = 5000;

  private final BlockingQueue<AuditEvent> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
  private final AtomicLong lost = new AtomicLong();
  private final Path file;
  private final Writer writer;
  private final Thread thread;
  private volatile boolean closing;

  /**
   * Opens the file, behind what stands in it.
   *
   * @throws IOException if it cannot be written
   */
  public AuditTrail(Path folder) throws IOException {
    file = folder.resolve(FILE);
    writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    thread = Thread.ofPlatform().daemon().name("pep-audit").start(this::write);
  }

  /** Takes an event without waiting; if the queue is full the event is lost and counted. */
  public void add(AuditEvent event) {
    if (closing || !queue.offer(event)) {
      lost.incrementAndGet();
    }
  }

  /** How many events did not reach the file. */
  public long lost() {
    return lost.get();
  }

  private void write() {
    try (writer) {
      while (!closing || !queue.isEmpty()) {
        AuditEvent event = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (event != null) {
          writer.write(line(event));
          if (queue.isEmpty()) {
            writer.flush();
          }
        }
      }
      if (lost.get() > 0) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        writer.write(node.put("event", "events-lost").put("count", lost.get()) + "\n");
      }
    } catch (IOException e) {
      closing = true;
      LOG.log(System.Logger.Level.ERROR, file + ": no more audit events are written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String line(AuditEvent event) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("at", event.at().toString());
    node.put("event", event.kind().label());
    node.put("session", event.session());
    node.put("peer", event.peer());
    node.put("subject", event.subject());
    node.put("listener", event.listener());
    node.put("detail", event.detail());
    return node + "\n";
  }

  /** Writes what has been taken and closes the file. */
  @Override
  public void close() {
    closing = true;
    try {
      if (!thread.join(Duration.ofMillis(CLOSE_MILLIS))) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
