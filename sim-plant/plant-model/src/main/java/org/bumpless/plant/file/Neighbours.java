package org.bumpless.plant.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

  /**
   * Where a file lies, absolute; for what is too large or too foreign to be read here.
   *
   * @throws IOException if there is no such file, as where the plant is in memory only
   */
  default Path locate(String path) throws IOException {
    throw new NoSuchFileException(path);
  }

  /** Those of a file on disk. */
  static Neighbours beside(Path file) {
    return new OnDisk(file.toAbsolutePath());
  }

  /** Those of a file on disk, which has an absolute path. */
  record OnDisk(Path file) implements Neighbours {
    @Override
    public byte[] read(String path) throws IOException {
      return Files.readAllBytes(file.resolveSibling(path));
    }

    @Override
    public Path locate(String path) throws IOException {
      Path found = file.resolveSibling(path).normalize();
      if (!Files.isRegularFile(found)) {
        throw new NoSuchFileException(path);
      }
      return found;
    }
  }
}
