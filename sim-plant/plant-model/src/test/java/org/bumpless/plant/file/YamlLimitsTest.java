package org.bumpless.plant.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that are no document for us: one clear message with its place, and no other exception. */
class YamlLimitsTest {
  @Test
  void aTabIsNamed() {
    assertThat(told("plant:\n\tid: x\n"))
        .isEqualTo("x.yaml:2:1: found a tab; expected spaces: YAML takes no tabs here");
  }

  @Test
  void whatIsNotYamlIsPlaced() {
    assertThat(told("plant: {id: x\nzones: [\n"))
        .startsWith("x.yaml:2:6: found what is not YAML: ")
        .contains("; expected correct YAML; look at indentation");
  }

  @Test
  void anEmptyFileAndOneOfCommentsAreEmpty() {
    String empty = "x.yaml:1:1: found an empty file; expected a YAML document";
    assertThat(told("")).isEqualTo(empty);
    assertThat(told("# nothing\n\n")).isEqualTo(empty);
  }

  @Test
  void anotherKindOfDocumentIsToldWhatAPlantIs() {
    assertThat(told("- a\n- b\n"))
        .isEqualTo(
            "x.yaml:1:1: found a list; expected a plant: keys plant, zones, conduits,"
                + " personalities, programs, controllerTypes, assets, flows, process");
    assertThat(told("---\n")).contains("found nothing; expected a plant");
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertThat(told("a: 1\n---\nb: 2\n"))
        .contains("x.yaml:2:1: found a second YAML document; expected one document in each file");
  }

  @Test
  void anAliasBombIsStoppedWhereItGoesOff() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [".formatted(i, i));
      bomb.append("*a%d, ".formatted(i - 1).repeat(10)).append("]\n");
    }
    assertThat(told(bomb.toString()))
        .startsWith("x.yaml:6:5: found 1111111")
        .endsWith(" values, aliases followed; expected at most 200000 in a file");
  }

  @Test
  void anAliasOfItselfIsNoAlias() {
    assertThat(told("a: &a [*a]\n"))
        .isEqualTo(
            "x.yaml:1:8: found alias *a; expected an alias of an anchor that ends before it;"
                + " there is no such &a");
  }

  @Test
  void endlessNestingIsStopped() {
    assertThat(told("[".repeat(100_000)))
        .isEqualTo("x.yaml:1:34: found more than 32 levels of nesting; expected fewer");
  }

  @Test
  void tagsAreRefused() {
    assertThat(told("plant: !!java.net.URL [\"http://x\"]\n"))
        .contains("x.yaml:1:8: found YAML tag \"tag:yaml.org,2002:java.net.URL\"");
  }

  @Test
  void keysAreText() {
    assertThat(told("? [a, b]\n: 1\n")).contains("x.yaml:1:3: found a list as a key");
  }

  @Test
  void anotherEncodingIsPlacedAtItsFirstByte() {
    byte[] latin = "plant:\n  title: Tank\u00e4cker\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(told(latin))
        .isEqualTo(
            "x.yaml:2:14: found byte 0xE4, which is not UTF-8; expected a text file saved as"
                + " UTF-8");
    assertThat(told("plant: x\n".getBytes(StandardCharsets.UTF_16)))
        .startsWith("x.yaml:1:1: found byte 0xFE");
  }

  @Test
  void aCutCharacterIsPlaced() {
    assertThat(told(new byte[] {'a', '\n', (byte) 0xE2, (byte) 0x82}))
        .startsWith("x.yaml:2:1: found byte 0xE2");
  }

  @Test
  void aControlCharacterIsPlaced() {
    assertThat(told("plant:\n  id: \u0000\n"))
        .startsWith("x.yaml:2:7: found character U+0000; expected printable characters");
  }

  @Test
  void aByteOrderMarkIsNotSeen() {
    assertThat(told("\uFEFFplant: 1\n")).contains("x.yaml:1:8: found 1; expected a mapping");
  }

  @Test
  void columnsCountCharactersAndNotBytes() {
    assertThat(told("plant: {title: \"\uD83D\uDEE2\u00e4\", id: 7}\n"))
        .contains("x.yaml:1:26: found 7;");
  }

  @Test
  void numbersBeyondAllMeaningAreText() {
    assertThat(told("plant: {id: x, title: x}\nprocess: {defaults: {a: 1e99999}}\n"))
        .contains("x.yaml:2:25: found text \"1e99999\"; expected a number");
  }

  @Test
  void longTextIsCutInMessages() {
    assertThat(told("plant: {id: \"" + "x".repeat(5000) + "\\n\"}\n").lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(300));
  }

  @Test
  void whatIsNoFileIsNamed(@TempDir Path folder) {
    assertThat(refusal(folder.resolve("none.yaml")))
        .endsWith("none.yaml: found no such file; expected a YAML file; check the path");
    assertThat(refusal(folder)).endsWith(": found a folder; expected a YAML file");
  }

  private static String refusal(Path file) {
    return String.valueOf(
        catchThrowableOfType(BadFileException.class, () -> PlantFile.read(file)).getMessage());
  }

  private static String told(String text) {
    return told(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String told(byte[] bytes) {
    return String.valueOf(
        catchThrowableOfType(BadFileException.class, () -> PlantFile.parse("x.yaml", bytes))
            .getMessage());
  }
}
