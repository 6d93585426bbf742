package org.bumpless.reports.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bumpless.reports.SampleRuns;
import org.bumpless.scenario.result.RunManifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastRunTest {
  private static final String BY_HAND =
      """
      {
        "schemaVersion": "1.4",
        "command": "run",
        "replay": "./bumpless run --seed 7",
        "plantFile": "/lab/plant.yaml",
        "sutFile": "/lab/sut.yaml",
        "profileFile": "/lab/profile.yaml",
        "tags": "",
        "seed": 7,
        "commit": "unknown",
        "host": {"fabric": "netns"},
        "files": {
          "plant": {"absolute": "/lab/plant.yaml", "inCheckout": "scenarios/plant.yaml", "sha256": "aa"},
          "sut": {"absolute": "/lab/sut.yaml", "inCheckout": null, "sha256": "bb"},
          "profile": {"absolute": "/lab/profile.yaml", "sha256": "cc"}
        },
        "later": "what a later minor version adds"
      }
      """;

  @TempDir Path folder;

  @Test
  void readsWhatIsWritten() throws IOException {
    RunManifest manifest = SampleRuns.manifest("Proxy 1.2");
    Files.write(folder.resolve("manifest.json"), ManifestJson.bytes(manifest));

    PastRun past = PastRun.read(folder);

    assertThat(past)
        .isEqualTo(
            new PastRun(
                manifest.origin().command(),
                manifest.origin().replay(),
                manifest.origin().plantFile(),
                manifest.origin().sutFile(),
                manifest.origin().profileFile(),
                manifest.tags(),
                manifest.seed(),
                manifest.host().fabric(),
                manifest.commit()));
  }

  @Test
  void readsALaterMinorVersion() throws IOException {
    write(BY_HAND);

    PastRun past = PastRun.read(folder);

    assertThat(past.seed()).isEqualTo(7);
    assertThat(past.fabric()).isEqualTo("netns");
    assertThat(past.plantFile().inCheckout()).contains(Path.of("scenarios/plant.yaml"));
    assertThat(past.sutFile().inCheckout()).isEqualTo(Optional.empty());
    assertThat(past.profileFile().sha256()).isEqualTo("cc");
  }

  @Test
  void aFolderThatIsNoneAndOneThatNoRunLeftAreRefused() {
    Path nowhere = folder.resolve("nowhere");

    assertThatThrownBy(() -> PastRun.read(nowhere))
        .isInstanceOf(IOException.class)
        .hasMessage(
            nowhere + ": found no folder of that name; expected the folder that a run has left");
    assertThatThrownBy(() -> PastRun.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(
            folder + ": found no manifest.json in it; expected the folder that a run has left");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schemaVersion\": \"1.4\" | \"schemaVersion\": \"2.0\" | found a manifest of version 2.0; expected 1.x: take the Bumpless that made the run",
        "\"schemaVersion\": \"1.4\" | \"schema\": \"1.4\" | found no /schemaVersion; expected a text there",
        "\"seed\": 7 | \"seed\": 7.5 | found /seed = 7.5; expected a whole number there",
        "\"seed\": 7 | \"seed\": 9223372036854775808 | found /seed = 9223372036854775808; expected a whole number there",
        "\"seed\": 7 | \"seed\": \"7\" | found /seed = \"7\"; expected a whole number there",
        "\"command\": \"run\" | \"command\": null | found /command = null; expected a text there",
        "\"sutFile\" | \"otherFile\" | found no /sutFile; expected a text there",
        "\"sha256\": \"bb\" | \"sha1\": \"bb\" | found no /files/sut/sha256; expected a text there"
      })
  void aManifestThatLacksSomethingIsRefused(String replaced, String by, String told)
      throws IOException {
    assertThat(BY_HAND).contains(replaced);
    Path file = write(BY_HAND.replace(replaced, by));

    assertThatThrownBy(() -> PastRun.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": " + told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\n\"seed\": 7,,", "no", "{"})
  void whatIsNoJsonIsToldWithItsPlace(String text) throws IOException {
    Path file = write(text);

    assertThatThrownBy(() -> PastRun.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageMatching(
            "\\Q"
                + file
                + "\\E:\\d+:\\d+: found no JSON \\((?s).*; expected the manifest of a run");
  }

  @Test
  void anEmptyFileIsNoManifest() throws IOException {
    Path file = write("");

    assertThatThrownBy(() -> PastRun.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": found no /schemaVersion; expected a text there");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("manifest.json"), text);
  }
}
