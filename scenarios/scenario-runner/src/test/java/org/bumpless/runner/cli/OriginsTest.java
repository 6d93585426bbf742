package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bumpless.runner.MissingException;
import org.bumpless.runner.run.Length;
import org.bumpless.scenario.result.RunManifest.Origin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
  @TempDir private Path disk = Path.of("");
  private Path checkout = Path.of("");
  private Path plant = Path.of("");
  private Path profile = Path.of("");

  @BeforeEach
  void makeFiles() throws IOException {
    checkout = Files.createDirectories(disk.resolve("bench")).toRealPath();
    plant = Files.writeString(checkout.resolve("plant.yaml"), "plant");
    profile = Files.writeString(checkout.resolve("profile.yaml"), "profile");
  }

  private RunOptions options(String tags, Path out) {
    return RunOptions.of(plant, profile, tags, 42, new FabricOption(), out);
  }

  private Path sut(Path folder) throws IOException {
    return Files.writeString(Files.createDirectories(folder).resolve("sut.yaml"), "sut");
  }

  @Test
  void theLineIsShortInTheCheckout() throws IOException {
    Origin origin =
        new Origins(checkout, checkout)
            .origin(options("", RunOptions.OUT), sut(checkout.resolve("suts")), "run");

    assertThat(origin.replay())
        .isEqualTo(
            "./bumpless run --sut suts/sut.yaml --plant plant.yaml --profile profile.yaml --seed 42");
  }

  @Test
  void theLineWorksElsewhereToo() throws IOException {
    Path home = Files.createDirectories(disk.resolve("my home")).toRealPath();
    Origin origin =
        new Origins(checkout, home)
            .origin(options("not @slow", Path.of("/tmp/my runs")), sut(home), "certify");

    assertThat(origin.replay())
        .isEqualTo(
            "%1$s/bumpless certify --sut sut.yaml --plant %1$s/plant.yaml --profile %1$s/profile.yaml --tags 'not @slow' --seed 42 --out '/tmp/my runs'",
            checkout);
  }

  @Test
  void aLongRunIsAsLongAgain() throws IOException {
    RunOptions soak = options("", RunOptions.OUT).lasting(new Length(Duration.ofMinutes(40), true));
    RunOptions duration =
        options("", RunOptions.OUT).lasting(new Length(Duration.ofSeconds(90), false));
    Origins origins = new Origins(checkout, checkout);

    assertThat(origins.origin(soak, sut(checkout), "run").replay()).endsWith(" --soak 2400s");
    assertThat(origins.origin(duration, sut(checkout), "run").replay()).endsWith(" --duration 90s");
  }

  @Test
  void aCommandHasItsOwnArguments() throws IOException {
    Origin origin =
        new Origins(checkout, checkout)
            .origin(
                options("", RunOptions.OUT),
                sut(checkout),
                "mutants",
                List.of("--only", "allows-fc-22"));

    assertThat(origin.replay()).startsWith("./bumpless mutants --only allows-fc-22 --plant ");
  }

  @Test
  void eachFileIsKnownByItsBytesAndItsPlace() throws IOException {
    Path elsewhere = sut(disk.resolve("elsewhere").toAbsolutePath());
    Origin origin =
        new Origins(checkout, checkout).origin(options("", RunOptions.OUT), elsewhere, "run");

    assertThat(origin.plantFile().absolute()).isEqualTo(plant);
    assertThat(origin.plantFile().inCheckout()).contains(Path.of("plant.yaml"));
    assertThat(origin.plantFile().sha256()).hasSize(64).isNotEqualTo(origin.sutFile().sha256());
    assertThat(origin.sutFile().inCheckout()).isEmpty();
  }

  @Test
  void aFileThatIsGoneIsSaid() {
    assertThatExceptionOfType(MissingException.class)
        .isThrownBy(
            () ->
                new Origins(checkout, checkout)
                    .origin(options("", RunOptions.OUT), checkout.resolve("gone.yaml"), "run"))
        .withMessageContaining("gone.yaml cannot be read any more");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "a/b-c_d.yaml, a/b-c_d.yaml",
        "@attack and @x, '@attack and @x'",
        "it's, 'it'\\''s'",
        "$(rm), '$(rm)'",
        "\"\", ''"
      })
  void aWordOfAShellStaysOneWord(String text, String word) {
    assertThat(Origins.word(text)).isEqualTo(word);
  }
}
