package org.bumpless.plant.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that a plant file names, by their paths from its own folder. */
@FunctionalInterface
public interface Neighbours {
  /**
   * The bytes of a file.
   *
   * @throws IOException if it cannot be read
   */
  byte[] read(String path) throws IOException;

  /** Those of a file on disk. */
  static Neighbours beside(Path file) {
    return path -> Files.readAllBytes(file.toAbsolutePath().resolveSibling(path));
  }
}
