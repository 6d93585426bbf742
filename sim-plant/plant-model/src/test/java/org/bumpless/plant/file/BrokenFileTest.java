package org.bumpless.plant.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** All that is said about one badly broken file, byte for byte. */
class BrokenFileTest {
  @Test
  void everyProblemIsToldInOneGoInTheOrderOfTheFile() throws IOException {
    byte[] broken = resource("broken.yaml");

    BadFileException refusal =
        catchThrowableOfType(BadFileException.class, () -> PlantFile.parse("broken.yaml", broken));

    assertThat(refusal.getMessage() + "\n")
        .isEqualTo(new String(resource("broken.txt"), StandardCharsets.UTF_8));
    assertThat(refusal.problems()).isSorted().doesNotHaveDuplicates();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(BrokenFileTest.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }
}
