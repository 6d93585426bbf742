package org.bumpless.plant.file;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bumpless.plant.model.Plant;

/** The file that describes a plant: shape by {@code plant.schema.json}, meaning by the readers. */
public final class PlantFile {
  private static final DocumentSchema SCHEMA =
      DocumentSchema.ofResource(PlantFile.class, "plant.schema.json");

  private PlantFile() {}

  /**
   * Reads a plant that is in memory and names no file.
   *
   * @param name what messages call the file
   * @throws BadFileException with all that is wrong, if anything is
   */
  public static Plant parse(String name, byte[] content) throws BadFileException {
    return parse(
        name,
        content,
        path -> {
          throw new NoSuchFileException(path);
        });
  }

  /**
   * Reads a plant.
   *
   * @throws BadFileException with all that is wrong, if anything is
   */
  public static Plant read(Path file) throws BadFileException {
    return parse(file.toString(), YamlFile.bytes(file), Neighbours.beside(file));
  }

  /**
   * Reads a plant that is in memory.
   *
   * @param name what messages call the file
   * @param neighbours the files that it names
   * @throws BadFileException with all that is wrong, if anything is
   */
  public static Plant parse(String name, byte[] content, Neighbours neighbours)
      throws BadFileException {
    Problems problems = new Problems(name);
    try {
      Plant plant =
          new PlantReader(problems, neighbours).read(YamlFile.open(content, SCHEMA, problems));
      problems.throwIfAny();
      return plant;
    } catch (Unusable _) {
      throw problems.exception();
    }
  }
}
