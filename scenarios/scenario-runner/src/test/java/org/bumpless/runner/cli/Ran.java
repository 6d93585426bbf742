package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A product was driven through the command: what the terminal and the run folder say. */
record Ran(Said said, Path folder, JsonNode report) {
  static final Path HOME = Path.of(System.getProperty("bumpless.home"));

  /** The file of a shipped product. */
  static Path shipped(String product) {
    return HOME.resolve("scenarios/suts").resolve(product).resolve("sut.yaml");
  }

  /**
   * Drives it.
   *
   * @param out an empty folder
   */
  static Ran of(Path sut, String tags, String profile, Path out) throws IOException {
    return by(
        out,
        "--profile",
        HOME.resolve("scenarios/profiles").resolve(profile + ".yaml").toString(),
        "--sut",
        sut.toString(),
        "--tags",
        tags);
  }

  /** The same in virtual time, with all that the extended profile asks for. */
  static Ran virtually(String plant, String product, String tags, long seed, Path out)
      throws IOException {
    return virtually(plant, shipped(product), tags, seed, out);
  }

  /** The same with a product of its own file. */
  static Ran virtually(String plant, Path sut, String tags, long seed, Path out)
      throws IOException {
    return by(
        Files.createDirectories(out),
        "--clock",
        "virtual",
        "--plant",
        HOME.resolve("scenarios/plants").resolve(plant + ".yaml").toString(),
        "--profile",
        HOME.resolve("scenarios/profiles/extended.yaml").toString(),
        "--sut",
        sut.toString(),
        "--tags",
        tags,
        "--seed",
        Long.toString(seed));
  }

  private static Ran by(Path out, String... words) throws IOException {
    List<String> line = new ArrayList<>(List.of("run"));
    line.addAll(List.of(words));
    line.addAll(List.of("--out", out.toString()));
    Said said = Said.by(line.toArray(String[]::new));
    try (Stream<Path> made = Files.list(out)) {
      List<Path> folders = made.toList();
      assertThat(folders).as("%s%n%s", said.out(), said.err()).hasSize(1);
      Path folder = folders.getFirst();
      return new Ran(
          said, folder, new JsonMapper().readTree(folder.resolve("report.json").toFile()));
    }
  }

  List<JsonNode> scenarios() {
    return new ArrayList<>(
        StreamSupport.stream(report.path("scenarios").spliterator(), false).toList());
  }

  List<JsonNode> scenarios(String kind) {
    return scenarios().stream().filter(s -> s.path("kind").asText().equals(kind)).toList();
  }

  static String standing(JsonNode scenario) {
    return scenario.path("standing").asText();
  }

  /** A loaded host may leave a scenario open; it may never turn it into a failure. */
  static void isNotBroken(JsonNode scenario) {
    assertThat(standing(scenario))
        .as("%s: %s", scenario.path("name").asText(), scenario.path("reasons"))
        .isNotEqualTo("FAIL");
  }

  static void passesUnlessTheHostStoodStill(JsonNode scenario) {
    String why = scenario.path("reasons").toString();
    assertThat(standing(scenario).equals("PASS") || why.contains("the host itself stood still"))
        .as("%s: %s: %s", scenario.path("name").asText(), standing(scenario), why)
        .isTrue();
    isNotBroken(scenario);
  }
}
