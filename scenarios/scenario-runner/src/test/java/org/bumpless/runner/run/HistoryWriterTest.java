package org.bumpless.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.FlowId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.Tick;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryWriterTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final AssetId LIC = new AssetId("LIC-101");
  private static final TagId SP = new TagId(LIC, "SP");

  @TempDir private Path folder;

  @Test
  void everyKindOfEntryIsALineOfJson() throws Exception {
    Path file = folder.resolve("history.ndjson");
    try (HistoryWriter writer = new HistoryWriter(file)) {
      writer.add(
          new Entry.Act(
              7,
              "Anna",
              new AssetId("EWS-1"),
              LIC,
              Protocol.MODBUS_TCP,
              new Operation.Write(SP, new TagValue.Real(62)),
              Wish.WANTED,
              100,
              200,
              new Outcome.Answered(Map.of(), "ok")));
      writer.add(
          new Entry.Changed(
              new Effect(150, new Tick(3, 10), SP, new TagValue.Real(50), new TagValue.Real(62))));
      writer.add(reached(160, true));
      writer.add(new Entry.MissedPoll(170, new FlowId("panel"), new AssetId("HMI-1"), LIC, "late"));
      writer.add(new Entry.Mark(180, Entry.Mark.Kind.STEP, "the run has ended"));
      assertThat(writer.settle()).isZero();
      assertThat(Files.readAllLines(file)).as("readable while the run goes on").hasSize(5);
    }

    ObjectMapper json = new ObjectMapper();
    List<String> lines = Files.readAllLines(file);
    JsonNode act = json.readTree(lines.get(0));
    assertThat(act.path("kind").asText()).isEqualTo("act");
    assertThat(act.path("wish").asText()).isEqualTo("WANTED");
    assertThat(act.path("nanos").asLong()).isEqualTo(100);
    assertThat(json.readTree(lines.get(1)).path("after").asText()).isEqualTo("62.0");
    assertThat(lines)
        .map(line -> json.readTree(line).path("kind").asText())
        .containsExactly("act", "effect", "served", "missed-poll", "mark");
  }

  @Test
  void requestsThatOnlyReadAreLeftOut() throws Exception {
    Path file = folder.resolve("history.ndjson");
    try (HistoryWriter writer = new HistoryWriter(file)) {
      writer.add(reached(1, false));
      writer.add(reached(2, true));
      assertThat(writer.settle()).isZero();
    }

    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  @Test
  void whatDoesNotFitIntoTheQueueIsCounted() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    StringWriter disk = new StringWriter();
    try (HistoryWriter writer =
        new HistoryWriter(() -> opened(disk, free), 10, Duration.ofMillis(400))) {
      for (int i = 0; i < 100; i++) {
        writer.add(mark(i));
      }
      assertThat(writer.settle()).as("while the disk stands still").isEqualTo(100);

      free.countDown();
      await("the disk has followed")
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(writer.settle()).isEqualTo(90));
      writer.add(mark(100));
      await("the next entry")
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(disk.toString()).contains("\"nanos\":100"));
      assertThat(writer.settle()).as("what is lost stays lost").isEqualTo(90);
    }
  }

  @Test
  void aFileThatCannotBeMadeIsAFailureAndEverythingIsLacking() throws Exception {
    try (HistoryWriter writer = new HistoryWriter(folder.resolve("no-such/history.ndjson"))) {
      await("the failure").atMost(PATIENCE).until(() -> writer.failure().isPresent());
      writer.add(mark(1));
      writer.add(mark(2));

      assertThat(writer.settle()).isEqualTo(2);
    }
  }

  @Test
  void aDiskThatFillsUpIsAFailureAndEverythingSinceIsLacking() throws Exception {
    Writer full =
        new FilterWriter(new StringWriter()) {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public void write(String text, int from, int length) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    try (HistoryWriter writer = new HistoryWriter(() -> full, 10, Duration.ofSeconds(1))) {
      writer.add(mark(1));
      await("the failure").atMost(PATIENCE).until(() -> writer.failure().isPresent());

      assertThat(writer.failure()).map(Throwable::getMessage).contains("No space left on device");
      assertThat(writer.settle()).isEqualTo(1);
    }
  }

  @Test
  void closeLeavesNoThread() {
    Thread before = onlyThread(new HistoryWriter(folder.resolve("history.ndjson")));

    assertThat(before.isAlive()).isFalse();
  }

  private static Thread onlyThread(HistoryWriter writer) {
    List<Thread> threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(t -> t.getName().equals("history-writer"))
            .toList();
    writer.close();
    assertThat(threads).hasSize(1);
    return threads.getFirst();
  }

  /** A disk that can be written to when somebody says so. */
  private static Writer opened(Writer disk, CountDownLatch free) throws IOException {
    try {
      free.await();
      return disk;
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static Entry mark(long nanos) {
    return new Entry.Mark(nanos, Entry.Mark.Kind.STEP, "a step");
  }

  private static Entry reached(long nanos, boolean writes) {
    return new Entry.Reached(
        new Served(
            nanos, LIC, Protocol.MODBUS_TCP, "127.0.0.1:1", "FC6", List.of(SP), writes, true));
  }
}
