package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command answers to words and files, before any bench is built. */
class BumplessTest {
  private static final Path HOME = Path.of(System.getProperty("bumpless.home"));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "frobnicate",
        "run --seed one",
        "run --tags @A(",
        "run --no-such-option",
        "certify",
        "validate",
        "list frogs"
      })
  void wrongUsageIs64AndSaysHowItIsMeant(String line) {
    Said said = Said.by(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(said.code()).isEqualTo(64);
    assertThat(said.err()).contains("bumpless");
    assertThat(said.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--plant", "--sut", "--profile"})
  void aFileThatDoesNotExistIs65AndNamesIt(String option) {
    Said said = Said.by("run", option, folder.resolve("no.yaml").toString());
    assertThat(said.code()).isEqualTo(65);
    assertThat(said.err()).contains("no.yaml").contains("no such file").doesNotContain("\tat ");
  }

  @Test
  void everyShippedFileIsGood() throws IOException {
    List<String> files;
    try (var plants = Files.walk(HOME.resolve("scenarios"), 3);
        var features = Files.walk(HOME.resolve("features"), 2)) {
      files =
          java.util.stream.Stream.concat(
                  plants.filter(BumplessTest::isShippedYaml),
                  features.filter(
                      f -> f.toString().endsWith(".feature") || f.endsWith("requirements.yaml")))
              .map(Path::toString)
              .toList();
    }
    assertThat(files).hasSizeGreaterThan(12);
    Said said = Said.by(arguments("validate", files));
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    assertThat(said.out().lines()).hasSameSizeAs(files).allMatch(l -> l.contains(": good, a "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p.yaml | plant: {id: x | not YAML",
        "p.yaml | {zones: [], colour: red} | unknown key \"colour\"",
        "s.yaml | {deployment: builtin} | no key \"features\"",
        "f.yaml | {latency: 3} | no key \"maxDuration\"",
        "x.yaml | {colour: red} | belong to no kind of file",
        "l.yaml | [1, 2] | keys with values",
        "e.yaml | '' | an empty file",
        "a.feature | Feature: x | no scenario",
        "b.feature | nonsense | not Gherkin"
      })
  void aBadFileIs65AndIsToldWithItsPlace(String name, String text, String expected)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Said said = Said.by("validate", file.toString());
    assertThat(said.code()).isEqualTo(65);
    assertThat(said.err()).contains(name).contains("expected").contains(expected);
    assertThat(said.out()).isEmpty();
  }

  @Test
  void allProblemsOfAllFilesAreToldAtOnce() throws IOException {
    Path one = Files.writeString(folder.resolve("one.yaml"), "colour: red");
    Path good = HOME.resolve("scenarios/profiles/standard.yaml");
    Path two =
        Files.writeString(
            folder.resolve("two.feature"),
            """
            Feature: sentences that nobody taught the bench
              Scenario: two of them
                Given a dragon in the idmz
                When Anna reads LIC-101.PV
                Then the dragon is asleep
            """);
    Said said = Said.by("validate", one.toString(), good.toString(), two.toString());
    assertThat(said.code()).isEqualTo(65);
    assertThat(said.err())
        .contains("one.yaml")
        .contains("two.feature:3:")
        .contains("a dragon in the idmz")
        .contains("two.feature:5:")
        .contains("the dragon is asleep");
    assertThat(said.out()).contains("standard.yaml: good");
  }

  @ParameterizedTest
  @CsvSource({
    "plants, tank-farm.yaml",
    "suts, reference",
    "requirements, ENF-01",
    "processes, tank-farm",
    "protocols, modbus-tcp",
    "steps, '{person} tries to set {tag} to {quantity}'"
  })
  void listsWhatThereIs(String what, String expected) {
    Said said = Said.by("list", what);
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains(expected);
    assertThat(said.err()).isEmpty();
  }

  @Test
  void helpNamesEveryCommandAndTheExitCodes() {
    Said said = Said.by("--help");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("run", "certify", "validate", "list")
        .contains("64 wrong usage", "65 bad input", "70 our own bug");
  }

  private static boolean isShippedYaml(Path file) {
    String path = file.toString();
    return path.endsWith(".yaml") && !path.contains("target") && !path.contains("/src/");
  }

  private static String[] arguments(String first, List<String> rest) {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), rest.stream())
        .toArray(String[]::new);
  }
}
