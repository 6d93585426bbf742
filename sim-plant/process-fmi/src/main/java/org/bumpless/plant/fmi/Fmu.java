package org.bumpless.plant.fmi;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** An FMU: its description, its loaded library and the instances made of it. */
final class Fmu implements AutoCloseable {
  /** More than any model of a plant brings along, and less than fills a disk. */
  private static final long BYTES_MAX = 1L << 29;

  private final Path file;
  private final FmuArchive archive;
  private final ModelDescription description;
  private final Library library;
  private final Functions functions;
  private final Deque<Slave> slaves = new ArrayDeque<>();

  private Fmu(
      Path file,
      FmuArchive archive,
      ModelDescription description,
      Library library,
      Functions functions) {
    this.file = file;
    this.archive = archive;
    this.description = description;
    this.library = library;
    this.functions = functions;
  }

  /**
   * Unpacks, checks and loads a file.
   *
   * @param temporary folder for what is unpacked
   * @throws FmuException if it is no FMU that the bench can run; nothing of it is left behind
   */
  static Fmu open(Path file, Path temporary) {
    FmuArchive archive = FmuArchive.unpack(file, temporary, BYTES_MAX);
    try {
      ModelDescription description = DescriptionReader.read(archive.description());
      Library library = new Library(archive.library(description.identifier()));
      try {
        return new Fmu(file, archive, description, library, Functions.of(library));
      } catch (RuntimeException e) {
        library.close();
        throw e;
      }
    } catch (RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  Path file() {
    return file;
  }

  ModelDescription description() {
    return description;
  }

  /**
   * A new instance at its beginning.
   *
   * @throws FmuException if the FMU refuses
   */
  Slave instantiate(String name, List<Slave.Parameter> parameters) {
    if (description.single() && !slaves.isEmpty()) {
      throw new FmuException(
          "a second unit, " + name + ", of a model that one process can have once", "one unit");
    }
    Slave slave = new Slave(library, functions, description, archive.resources(), name, parameters);
    slaves.push(slave);
    slave.initialize();
    return slave;
  }

  /** Whether it may still be called. */
  boolean isAlive() {
    return !library.isDead();
  }

  /** Frees the instances, unloads the library and deletes what was unpacked. */
  @Override
  public void close() {
    try (archive;
        library) {
      while (!slaves.isEmpty()) {
        slaves.pop().close();
      }
    }
  }
}
