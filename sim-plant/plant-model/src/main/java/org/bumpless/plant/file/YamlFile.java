package org.bumpless.plant.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The way from a YAML file to its checked top-level section. */
public final class YamlFile {
  private YamlFile() {}

  /**
   * The bytes of a file.
   *
   * @throws BadFileException if it cannot be read
   */
  public static byte[] bytes(Path file) throws BadFileException {
    Problems problems = new Problems(file.toString());
    try {
      if (Files.isDirectory(file)) {
        problems.add(Place.WHOLE_FILE, "a folder", "a YAML file");
      } else if (Files.size(file) > YamlText.BYTES_MAX) {
        problems.add(
            Place.WHOLE_FILE,
            Files.size(file) + " bytes",
            "a file of at most " + YamlText.BYTES_MAX + " bytes");
      } else {
        return Files.readAllBytes(file);
      }
    } catch (NoSuchFileException _) {
      problems.add(Place.WHOLE_FILE, "no such file", "a YAML file; check the path");
    } catch (IOException e) {
      problems.add(
          Place.WHOLE_FILE, "a file that cannot be read (" + e + ")", "one that you may read");
    }
    throw problems.exception();
  }

  /**
   * The keys at the top of a document, by which one can tell what kind of file it is.
   *
   * @throws BadFileException if the bytes are no YAML document at all, or none with keys
   */
  public static Set<String> topLevelKeys(String name, byte[] content) throws BadFileException {
    Problems problems = new Problems(name);
    YamlNode root = YamlLoader.load(YamlText.decode(content, problems), problems);
    if (!(root instanceof YamlNode.Mapping mapping)) {
      problems.add(root.place(), root.described(), "keys with values");
      throw problems.exception();
    }
    return mapping.entries().stream().map(e -> e.key().text()).collect(Collectors.toSet());
  }

  /**
   * The document as a section to read from. What the schema does not like is recorded, and the rest
   * can still be read.
   *
   * @throws BadFileException if the bytes are no YAML document at all
   */
  public static Section open(byte[] content, DocumentSchema schema, Problems problems)
      throws BadFileException {
    YamlNode root = YamlLoader.load(YamlText.decode(content, problems), problems);
    schema.check(root, problems);
    return new Section(root, problems);
  }
}
