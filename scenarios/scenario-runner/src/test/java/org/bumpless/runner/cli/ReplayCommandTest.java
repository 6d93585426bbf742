package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What replay refuses, before any bench is built. */
class ReplayCommandTest {
  @TempDir Path folder;

  @Test
  void withoutAFolderItIsWrongUsage() {
    assertThat(Said.by("replay").code()).isEqualTo(64);
  }

  @Test
  void aFolderThatNoRunLeftIs65() {
    Said said = Said.by("replay", folder.toString());

    assertThat(said.code()).isEqualTo(65);
    assertThat(said.err().strip())
        .isEqualTo(
            folder + ": found no manifest.json in it; expected the folder that a run has left");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void anotherVersionIs65() throws IOException {
    manifest("2.0", "run", "scenarios/plants/tank-farm.yaml");

    Said said = Said.by("replay", folder.toString());

    assertThat(said.code()).isEqualTo(65);
    assertThat(said.err()).contains("found a manifest of version 2.0; expected 1.x");
  }

  @Test
  void aFileThatIsGoneHereAndThereIs65AndNamed() throws IOException {
    manifest("1.0", "run", "scenarios/plants/gone.yaml");

    Said said = Said.by("replay", folder.toString());

    assertThat(said.code()).isEqualTo(65);
    assertThat(said.err().strip())
        .isEqualTo(
            folder
                + ": the plant file of that run is missing: /elsewhere/plant.yaml; expected it there"
                + " or as scenarios/plants/gone.yaml in this checkout");
  }

  @Test
  void aRunOfAnotherCommandIs65AndItsOwnLineIsShown() throws IOException {
    manifest("1.0", "mutants", "scenarios/plants/tank-farm.yaml");

    Said said = Said.by("replay", folder.toString());

    assertThat(said.code()).isEqualTo(65);
    assertThat(said.err())
        .contains("found a run of the command mutants, expected one of run or certify")
        .contains("./bumpless mutants --seed 7");
    assertThat(said.out())
        .as("files that were changed since are named")
        .contains("tank-farm.yaml is not what it was in that run");
  }

  private void manifest(String version, String command, String plantInCheckout) throws IOException {
    Files.writeString(
        folder.resolve("manifest.json"),
        """
        {"schemaVersion": "%s", "command": "%s", "replay": "./bumpless mutants --seed 7",
         "plantFile": "/elsewhere/plant.yaml", "sutFile": "/elsewhere/sut.yaml",
         "profileFile": "/elsewhere/profile.yaml", "tags": "", "seed": 7, "commit": "unknown",
         "host": {"fabric": "loopback"},
         "files": {
           "plant": {"inCheckout": "%s", "sha256": "0"},
           "sut": {"inCheckout": "scenarios/suts/direct/sut.yaml", "sha256": "0"},
           "profile": {"inCheckout": "scenarios/profiles/standard.yaml", "sha256": "0"}}}
        """
            .formatted(version, command, plantInCheckout));
  }
}
