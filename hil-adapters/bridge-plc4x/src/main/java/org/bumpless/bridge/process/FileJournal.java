package org.bumpless.bridge.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bumpless.bridge.core.Journal;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.time.NanoClock;

/** The log of writes as a file of JSON lines, each on the disk before the next thing is done. */
final class FileJournal implements Journal, AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final FileChannel file;
  private final NanoClock clock;

  /** Goes on with a file, or begins it. */
  FileJournal(Path path, NanoClock clock) throws IOException {
    this.file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    this.clock = clock;
  }

  @Override
  public void put(Act act, long number, TagId tag, double value, String text) throws IOException {
    ObjectNode line = JSON.createObjectNode();
    line.put("at", clock.instant().toString());
    line.put("act", act.name());
    line.put("number", number);
    line.put("tag", tag.toString());
    line.put("value", value);
    if (!text.isEmpty()) {
      line.put("text", text);
    }
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(JSON.writeValueAsString(line) + "\n");
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    file.force(false);
  }

  /**
   * What a log leaves to be brought back: tag to recorded value, of those that were written since
   * and not brought back. A last line that was cut off counts for nothing: what it says had not
   * been sent.
   */
  static Map<TagId, Double> open(Path path) throws IOException {
    Map<TagId, Double> recorded = new HashMap<>();
    Map<TagId, Double> open = new LinkedHashMap<>();
    for (String text : lines(path)) {
      JsonNode line;
      try {
        line = JSON.readTree(text);
      } catch (JsonProcessingException _) {
        continue; // cut off
      }
      TagId tag = TagId.parse(line.path("tag").asText());
      switch (Act.valueOf(line.path("act").asText())) {
        case RECORDED -> recorded.put(tag, line.path("value").asDouble());
        case SENDING, REPEATING -> open.put(tag, Objects.requireNonNull(recorded.get(tag)));
        case REVERTED -> open.remove(tag);
        case DONE, FOUND, REFUSED, UNANSWERED, GIVEN_UP, REVERTING -> {}
      }
    }
    return open;
  }

  private static Iterable<String> lines(Path path) throws IOException {
    try {
      return Files.readAllLines(path);
    } catch (NoSuchFileException _) {
      return java.util.List.of(); // nothing was recorded, so nothing was written
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
