package org.bumpless.pep.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bumpless.adapter.pep.PemFiles;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.file.Word;

/**
 * What a product is given and told, for one site.
 *
 * @param files name of each rendered file in the product's folder, and its text
 * @param command program with its whole path, and arguments
 */
record Preparation(Map<String, String> files, List<String> command) {
  Preparation {
    files = Map.copyOf(files);
    command = List.copyOf(command);
  }

  /**
   * Renders templates and command.
   *
   * @throws ProductException if they use what does not exist, or a program is not installed
   */
  static Preparation of(
      Sut sut,
      SitePack site,
      Map<Path, String> templates,
      List<Word> command,
      Deployment.Need need,
      Programs programs)
      throws ProductException {
    Renderer renderer = new Renderer(SiteVariables.of(sut, site));
    Map<String, String> files = files(templates, renderer);
    List<String> words = SiteWords.filled(sut, command, renderer);
    SiteWords.requireSound(renderer);
    Path needed = require(programs, need.program(), need);
    words.set(0, program(programs, sut, words.getFirst(), need, needed));
    return new Preparation(files, words);
  }

  /** Writes the files and the certificates into the product's folder. */
  void write(SitePack site) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = site.folder().resolve(file.getKey());
      Path parent = target.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(target, file.getValue());
    }
    PemFiles.write(site.folder(), site.identity(), site.trust());
  }

  private static Map<String, String> files(Map<Path, String> templates, Renderer renderer)
      throws ProductException {
    Map<String, String> files = new LinkedHashMap<>();
    for (Map.Entry<Path, String> template : new TreeMap<>(templates).entrySet()) {
      files.put(
          template.getValue(),
          renderer.file(template.getKey().toString(), read(template.getKey())));
    }
    return files;
  }

  private static String read(Path template) throws ProductException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(template)))
          .toString();
    } catch (CharacterCodingException e) {
      throw bad(template + ": found bytes that are no UTF-8; expected text in UTF-8");
    } catch (IOException e) {
      throw bad(template + ": found no template that can be read (" + e + "); expected a file");
    }
  }

  /** A name is looked for among the host's programs, a path from the folder of sut.yaml. */
  private static String program(
      Programs programs, Sut sut, String first, Deployment.Need need, Path needed)
      throws ProductException {
    if (first.equals(need.program())) {
      return needed.toString();
    }
    if (!first.contains("/")) {
      return require(programs, first, need).toString();
    }
    Path file = sut.folder().resolve(first).normalize();
    if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
      throw bad(
          "%s: command: found %s, which is no program; expected a file that can be executed"
              .formatted(sut.folder().resolve("sut.yaml"), file));
    }
    return file.toString();
  }

  private static Path require(Programs programs, String program, Deployment.Need need)
      throws ProductException {
    return programs
        .find(program)
        .orElseThrow(
            () ->
                new ProductException(
                    ProductException.Cause.UNAVAILABLE,
                    "program %s is not installed: it is in none of %s; get it with: %s"
                        .formatted(program, programs.path(), need.install())));
  }

  private static ProductException bad(String message) {
    return new ProductException(ProductException.Cause.BAD_INPUT, message);
  }
}
