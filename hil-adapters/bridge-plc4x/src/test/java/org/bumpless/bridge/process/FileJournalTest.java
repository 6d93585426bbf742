package org.bumpless.bridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import org.bumpless.bridge.core.Journal.Act;
import org.bumpless.plant.engine.clock.JumpingClock;
import org.bumpless.plant.model.TagId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a log of writes leaves to be brought back. */
class FileJournalTest {
  private static final TagId SP = TagId.parse("LIC-1.SP");
  private static final TagId OUT = TagId.parse("LIC-1.OUT");

  @TempDir private Path folder;

  @Test
  void whatWasSentAndNotBroughtBackIsOpen() throws Exception {
    Path file = folder.resolve("log.ndjson");
    try (FileJournal journal = new FileJournal(file, new JumpingClock(Instant.EPOCH))) {
      journal.put(Act.RECORDED, 0, SP, 50, "");
      journal.put(Act.RECORDED, 0, OUT, 25, "");
      assertThat(FileJournal.open(file)).isEmpty();
      journal.put(Act.SENDING, 1, SP, 60, "before 50");
      assertThat(FileJournal.open(file)).as("on the disk at once").isEqualTo(Map.of(SP, 50.0));
      journal.put(Act.REVERTED, 0, SP, 50, "");
      journal.put(Act.SENDING, 2, OUT, 30, "");
      journal.put(Act.DONE, 2, OUT, 30, "");
    }
    Files.writeString(file, "{\"at\":\"1970", StandardOpenOption.APPEND);

    assertThat(FileJournal.open(file)).as("cut off at the end").isEqualTo(Map.of(OUT, 25.0));
    assertThat(Files.readAllLines(file).get(2))
        .isEqualTo(
            "{\"at\":\"1970-01-01T00:00:00Z\",\"act\":\"SENDING\",\"number\":1,\"tag\":\"LIC-1.SP\",\"value\":60.0,\"text\":\"before 50\"}");
  }

  @Test
  void noLogLeavesNothing() throws Exception {
    assertThat(FileJournal.open(folder.resolve("none"))).isEmpty();
  }
}
