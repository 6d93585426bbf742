package org.bumpless.features.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bumpless.plant.file.BadFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageTest {
  @TempDir private Path folder;

  @Test
  void knowsTheSentencesOfAllKindsOfSteps() {
    assertThat(Language.sentences())
        .contains(
            "{person} has an open change ticket for {asset}",
            "{person} tries to set {tag} to {quantity}",
            "{tag} has not changed",
            "the added latency is inside the budget")
        .doesNotHaveDuplicates();
  }

  @Test
  void countsTheSentencesThatHaveGlue() throws IOException, BadFileException {
    Path file =
        write(
            """
            Feature: one
              Scenario: read
                Given Anna, a lead engineer of controls engineering, at EWS-1
                When Anna reads LIC-101.PV
            """);
    assertThat(Language.check(file)).isEqualTo(2);
  }

  @Test
  void tellsEachUnknownSentenceWithItsPlace() throws IOException {
    Path file =
        write(
            """
            Feature: one
              Scenario: read
                Given a dragon
                When Anna reads LIC-101.PV
                Then the dragon sleeps
            """);
    assertThatThrownBy(() -> Language.check(file))
        .isInstanceOfSatisfying(
            BadFileException.class,
            bad ->
                assertThat(bad.problems())
                    .extracting(p -> p.line() + " " + p.found())
                    .containsExactly("3 \"a dragon\"", "5 \"the dragon sleeps\""));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("some.feature"), text);
  }
}
