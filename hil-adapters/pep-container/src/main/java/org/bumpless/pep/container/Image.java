package org.bumpless.pep.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.plant.file.Word;
import org.jspecify.annotations.Nullable;

/**
 * The image of a product: that of the engine's store, or one made of programs of this host.
 *
 * @param file the {@code sut.yaml} that names it
 * @param name as it stands there
 * @param programs of which it is made where there is none; empty if there must be one
 */
record Image(Path file, Word name, List<Word> programs) {
  /** As {@code ldd} writes the files that a program loads. */
  private static final Pattern LIBRARY = Pattern.compile("(?m)(?:=>\\s*|^\\s*)(/\\S+)\\s+\\(0x");

  Image {
    programs = List.copyOf(programs);
  }

  /**
   * Sees to it that the engine has it, for this host.
   *
   * @param architecture of this host
   * @throws ProductException if it is missing and cannot be made, or was made for other machines
   */
  void require(Engine engine, String architecture) throws ProductException, InterruptedException {
    Engine.Answer found = inspect(engine);
    if (!found.yes()) {
      make(engine, found.words());
      found = inspect(engine);
    }
    if (!found.yes()) {
      throw missing(engine, found.words());
    }
    if (!found.words().equals(architecture)) {
      throw bad(
          "image %s, which is for %s".formatted(name, found.words()),
          "an image for %s, the architecture of this host".formatted(architecture));
    }
  }

  private Engine.Answer inspect(Engine engine) throws ProductException, InterruptedException {
    return engine.call("image", "inspect", "--format", "{{.Architecture}}", name.text());
  }

  private void make(Engine engine, String why) throws ProductException, InterruptedException {
    if (programs.isEmpty()) {
      throw missing(engine, why);
    }
    Path work = null;
    try {
      work = Files.createTempDirectory("bumpless-image");
      Path root = Files.createDirectory(work.resolve("root"));
      for (String each : files(engine)) {
        Path copy = root.resolve(each.substring(1));
        Files.createDirectories(copy.getParent());
        Files.copy(Path.of(each).toRealPath(), copy);
      }
      Files.createDirectories(root.resolve("tmp"));
      Path archive = work.resolve("image.tar");
      done(engine.call(List.of("tar", "-C", root.toString(), "-cf", archive.toString(), ".")));
      done(engine.call("import", archive.toString(), name.text()));
    } catch (IOException e) {
      throw Engine.unavailable("image %s cannot be made: %s".formatted(name, e));
    } finally {
      delete(work);
    }
  }

  private void done(Engine.Answer answer) throws ProductException {
    if (!answer.yes()) {
      throw Engine.unavailable("image %s cannot be made: %s".formatted(name, last(answer.words())));
    }
  }

  /** The programs, and what they load. */
  private Set<String> files(Engine engine) throws ProductException, InterruptedException {
    Set<String> files = new LinkedHashSet<>();
    for (Word program : programs) {
      if (!Files.isExecutable(Path.of(program.text()))) {
        throw Engine.unavailable(
            "%s:%d:%d: program %s is not installed here, and image %s is to be made of it: install its package, or put an image of that name into the store of %s"
                .formatted(
                    file,
                    program.place().line(),
                    program.place().column(),
                    program,
                    name,
                    engine.name()));
      }
      files.add(program.text());
      Engine.Answer loads = engine.call(List.of("ldd", program.text()));
      LIBRARY.matcher(loads.words()).results().forEach(found -> files.add(found.group(1)));
    }
    return files;
  }

  private ProductException missing(Engine engine, String why) {
    return Engine.unavailable(
        "%s:%d:%d: %s has no image %s (%s), and the bench fetches none; put it there (%s load -i FILE.tar, %s import FILE.tar %s), or name the programs that it can be made of under container.programs"
            .formatted(
                file,
                name.place().line(),
                name.place().column(),
                engine.name(),
                name,
                last(why),
                engine.name(),
                engine.name(),
                name));
  }

  private ProductException bad(String found, String expected) {
    return new ProductException(
        ProductException.Cause.BAD_INPUT,
        "%s:%d:%d: found %s; expected %s"
            .formatted(file, name.place().line(), name.place().column(), found, expected));
  }

  /** The last line, which is where engines say what is wrong. */
  private static String last(String words) {
    return words.lines().reduce("", (before, line) -> line.isBlank() ? before : line.strip());
  }

  private static void delete(@Nullable Path folder) throws ProductException {
    if (folder == null) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw Engine.unavailable("files are left in %s: %s".formatted(folder, e));
    }
  }
}
