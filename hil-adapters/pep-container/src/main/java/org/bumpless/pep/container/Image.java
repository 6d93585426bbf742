package org.bumpless.pep.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.plant.file.Word;
import org.jspecify.annotations.Nullable;

/**
 * The image of a product: that of the engine's store, or one made of files of this host.
 *
 * <p>An image that was made here carries a mark of what it was made of, and is made anew when that
 * has changed; one without a mark is somebody's own and taken as it is.
 *
 * @param file the {@code sut.yaml} that names it
 * @param name as it stands there
 * @param of what it is made of where there is none; nothing if there must be one
 */
record Image(Path file, Word name, Deployment.Ingredients of) {
  /** As {@code ldd} writes the files that a program loads. */
  private static final Pattern LIBRARY = Pattern.compile("(?m)(?:=>\\s*|^\\s*)(/\\S+)\\s+\\(0x");

  private static final String MARK = "org.bumpless.made-of";
  private static final String LOOK =
      "{{.Architecture}} {{.Id}} {{index .Config.Labels \"" + MARK + "\"}}";
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

  /** What the engine says of the image that it has. */
  private record Found(String architecture, String id, String mark) {
    static Found of(String words) {
      List<String> each = List.of(last(words).split(" ", -1));
      return new Found(
          each.getFirst(), each.size() > 1 ? each.get(1) : "", each.size() > 2 ? each.get(2) : "");
    }
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
    } else if (isStale(Found.of(found.words()))) {
      String old = Found.of(found.words()).id();
      make(engine, found.words());
      var _ = engine.call("image", "rm", old); // it may still be in use, and then stays
      found = inspect(engine);
    }
    if (!found.yes()) {
      throw missing(engine, found.words());
    }
    String made = Found.of(found.words()).architecture();
    if (!made.equals(architecture)) {
      throw bad(
          "image %s, which is for %s".formatted(name, made),
          "an image for %s, the architecture of this host".formatted(architecture));
    }
  }

  private Engine.Answer inspect(Engine engine) throws ProductException, InterruptedException {
    return engine.call("image", "inspect", "--format", LOOK, name.text());
  }

  private boolean isStale(Found found) throws ProductException {
    return !found.mark().isEmpty() && of.any() && !found.mark().equals(mark());
  }

  private String mark() throws ProductException {
    try {
      return HostFiles.mark(of);
    } catch (IOException e) {
      throw Engine.unavailable("image %s cannot be made: %s".formatted(name, e));
    }
  }

  private void make(Engine engine, String why) throws ProductException, InterruptedException {
    if (!of.any()) {
      throw missing(engine, why);
    }
    String mark = mark();
    Path work = null;
    try {
      work = Files.createTempDirectory("bumpless-image");
      Path root = Files.createDirectory(work.resolve("root"));
      fill(engine, root);
      Path archive = work.resolve("image.tar");
      done(engine.call(List.of("tar", "-C", root.toString(), "-cf", archive.toString(), ".")));
      done(
          engine.call(
              "import", "--change", "LABEL " + MARK + "=" + mark, archive.toString(), name.text()));
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

  /** Puts all that belongs into the image below a folder. */
  private void fill(Engine engine, Path root)
      throws IOException, ProductException, InterruptedException {
    if (!of.making().isEmpty()) {
      requireProgram(engine, of.making().getFirst());
      done(engine.call(of.making().stream().map(Word::text).toList(), root));
    }
    for (Word program : of.programs()) {
      requireProgram(engine, program);
      copy(Path.of(program.text()), root);
    }
    for (Word each : of.files()) {
      if (!Files.exists(Path.of(each.text()))) {
        throw absent(engine, each, "file " + each, "put it there");
      }
      for (Path one : HostFiles.below(Path.of(each.text()))) {
        copy(one, root);
      }
    }
    for (Path one : HostFiles.below(root)) {
      if (isProgramOrLibrary(one)) {
        copyLoaded(engine, one, root);
      }
    }
    Files.createDirectories(root.resolve("tmp"));
  }

  /** What a program or a library loads, unless it lies in the image already. */
  private static void copyLoaded(Engine engine, Path loading, Path root)
      throws IOException, ProductException, InterruptedException {
    Engine.Answer loads = engine.call(List.of("ldd", loading.toString()));
    for (MatchResult found : LIBRARY.matcher(loads.words()).results().toList()) {
      Path library = Path.of(found.group(1)).normalize();
      if (!library.startsWith(root)) {
        copy(library, root);
      }
    }
  }

  private static boolean isProgramOrLibrary(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(ELF.length), ELF);
    }
  }

  private static void copy(Path file, Path root) throws IOException {
    Path copy = root.resolve(file.toString().substring(1));
    if (Files.notExists(copy)) {
      Path folder = copy.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.copy(file.toRealPath(), copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private void requireProgram(Engine engine, Word program) throws ProductException {
    if (!Files.isExecutable(Path.of(program.text()))) {
      throw absent(engine, program, "program " + program, "install its package");
    }
  }

  private ProductException absent(Engine engine, Word word, String what, String remedy) {
    return Engine.unavailable(
        "%s:%d:%d: %s is not %s here, and image %s is to be made of it: %s, or put an image of that name into the store of %s"
            .formatted(
                file,
                word.place().line(),
                word.place().column(),
                what,
                what.startsWith("program") ? "installed" : "to be found",
                name,
                remedy,
                engine.name()));
  }

  private ProductException missing(Engine engine, String why) {
    return Engine.unavailable(
        "%s:%d:%d: %s has no image %s (%s), and the bench fetches none; put it there (%s load -i FILE.tar, %s import FILE.tar %s), or name what it can be made of under container.programs, container.files or container.making"
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
