package org.bumpless.plant.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The files that lie beside the tests. */
final class Beside {
  private Beside() {}

  /** A small plant without a fault. */
  static String soundPlant() throws IOException {
    return text("sound.yaml");
  }

  static String text(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Beside.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
