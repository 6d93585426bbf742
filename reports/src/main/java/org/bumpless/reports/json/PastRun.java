package org.bumpless.reports.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bumpless.scenario.result.RunManifest.SourceFile;

/**
 * What a run was a function of, as its {@code manifest.json} says.
 *
 * @param command {@code run}, {@code certify} or another that left a manifest
 * @param replay the line that does the same again
 * @param tags Cucumber tag expression; empty for all scenarios
 * @param fabric what the plant's network was made of
 * @param commit that the bench was built from
 */
public record PastRun(
    String command,
    String replay,
    SourceFile plantFile,
    SourceFile sutFile,
    SourceFile profileFile,
    String tags,
    long seed,
    String fabric,
    String commit) {
  private static final String MANIFEST = "manifest.json";
  private static final String REMEDY = "expected the folder that a run has left";

  /**
   * Reads the manifest in a run's folder.
   *
   * @throws IOException if there is none that this version understands; the message names the file
   *     and says what is expected
   */
  public static PastRun read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + ": found no folder of that name; " + REMEDY);
    }
    Path file = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw new IOException(folder + ": found no " + MANIFEST + " in it; " + REMEDY);
    }
    return new Reading(file, tree(file)).run();
  }

  private static JsonNode tree(Path file) throws IOException {
    try {
      return new JsonMapper().readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      throw new IOException(
          "%s:%d:%d: found no JSON (%s); expected the manifest of a run"
              .formatted(
                  file,
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    }
  }

  private record Reading(Path file, JsonNode root) {
    PastRun run() throws IOException {
      String version = text("/schemaVersion");
      if (!major(version).equals(major(ManifestJson.VERSION))) {
        throw new IOException(
            "%s: found a manifest of version %s; expected %s.x: take the Bumpless that made the run"
                .formatted(file, version, major(ManifestJson.VERSION)));
      }
      return new PastRun(
          text("/command"),
          text("/replay"),
          source("plant"),
          source("sut"),
          source("profile"),
          text("/tags"),
          number("/seed"),
          text("/host/fabric"),
          text("/commit"));
    }

    private static String major(String version) {
      return version.split("\\.", 2)[0];
    }

    private SourceFile source(String kind) throws IOException {
      JsonNode inCheckout = root.at("/files/" + kind + "/inCheckout");
      return new SourceFile(
          Path.of(text("/" + kind + "File")),
          inCheckout.isTextual() ? Optional.of(Path.of(inCheckout.asText())) : Optional.empty(),
          text("/files/" + kind + "/sha256"));
    }

    private String text(String pointer) throws IOException {
      JsonNode value = root.at(pointer);
      if (!value.isTextual()) {
        throw lacks(pointer, "a text");
      }
      return value.asText();
    }

    private long number(String pointer) throws IOException {
      JsonNode value = root.at(pointer);
      if (!value.isIntegralNumber() || !value.canConvertToLong()) {
        throw lacks(pointer, "a whole number");
      }
      return value.asLong();
    }

    private IOException lacks(String pointer, String expected) {
      JsonNode value = root.at(pointer);
      String found = value.isMissingNode() ? "no " + pointer : pointer + " = " + value;
      return new IOException("%s: found %s; expected %s there".formatted(file, found, expected));
    }
  }
}
