package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What run and certify leave, and replay of it, on a profile of three scenarios. */
class ReplayIT {
  private static final String PROFILE =
      """
      id: short
      title: Short profile
      tags: "@IDN-01 or @IDN-03 or @MNT-01"
      needs: [core]
      maxDuration: 4 min
      latency: {perArm: 12 s, block: 1 s, rateHz: 400}
      """;

  @TempDir Path folder;
  private Path out = Path.of("");
  private Path profile = Path.of("");

  @BeforeEach
  void files() throws IOException {
    out = folder.resolve("runs");
    profile = Files.writeString(folder.resolve("short.yaml"), PROFILE);
  }

  @Test
  void aRunIsDoneAgainWithItsFilesScenariosAndSeed() throws IOException {
    Said first = drive("run", "direct", "--seed", "5", "--tags", "@IDN-01 or @MNT-01");
    assertThat(first.code()).as("%s%s", first.out(), first.err()).isEqualTo(1);
    Path run = runs().getFirst();

    Said again = Said.by("replay", run.toString(), "--out", out.toString());

    assertThat(again.code()).as("%s%s", again.out(), again.err()).isEqualTo(1);
    assertThat(again.out()).doesNotContain("is not what it was");
    Path second = runs().stream().filter(r -> !r.equals(run)).findFirst().orElseThrow();
    JsonNode manifest = json(second.resolve("manifest.json"));
    assertThat(manifest.path("seed").asInt()).isEqualTo(5);
    assertThat(manifest.path("tags").asText()).isEqualTo("@IDN-01 or @MNT-01");
    assertThat(manifest.path("profileFile").asText()).isEqualTo(profile.toString());
    assertThat(manifest.path("command").asText()).isEqualTo("run");
    assertThat(scenarios(second)).hasSizeGreaterThanOrEqualTo(2).isEqualTo(scenarios(run));
  }

  @Test
  void aFileThatWasChangedSinceIsTold() throws IOException {
    drive("run", "direct", "--tags", "@IDN-01");
    Path run = runs().getFirst();
    Files.writeString(profile, PROFILE + "# edited\n");

    Said again = Said.by("replay", run.toString(), "--out", out.toString());

    assertThat(again.out()).contains("note: " + profile + " is not what it was in that run");
    assertThat(again.code()).as("%s%s", again.out(), again.err()).isEqualTo(1);
  }

  @Test
  void whatDoesNotPassGetsNoCertificate() throws IOException {
    Said said = drive("certify", "direct");

    assertThat(said.code()).as("%s%s", said.out(), said.err()).isEqualTo(1);
    assertThat(said.out()).contains("no certificate: the verdict is FAIL");
    assertThat(runs().getFirst().resolve("certificate")).doesNotExist();
  }

  @Test
  void aKeyThatIsNoneIs65BeforeAnythingRuns() throws IOException {
    Path key = Files.writeString(folder.resolve("lab.pem"), "no key");

    Said said = drive("certify", "direct", "--key", key.toString());

    assertThat(said.code()).isEqualTo(65);
    assertThat(said.err()).startsWith(key + ": found no block \"PRIVATE KEY\"; expected");
    assertThat(out).doesNotExist();
  }

  private Said drive(String command, String sut, String... more) {
    return Said.by(
        Stream.concat(
                Stream.of(
                    command,
                    "--sut",
                    Shipped.file("scenarios/suts/" + sut + "/sut.yaml").toString(),
                    "--profile",
                    profile.toString(),
                    "--out",
                    out.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private List<Path> runs() throws IOException {
    try (Stream<Path> folders = Files.list(out)) {
      return folders.sorted().toList();
    }
  }

  /** Which scenarios were driven, in order. */
  private static List<String> scenarios(Path run) throws IOException {
    return json(run.resolve("report.json")).path("scenarios").findValuesAsText("id");
  }

  private static JsonNode json(Path file) throws IOException {
    return new JsonMapper().readTree(file.toFile());
  }
}
