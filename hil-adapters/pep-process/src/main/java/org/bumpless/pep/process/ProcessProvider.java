package org.bumpless.pep.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.file.Problem;
import org.bumpless.plant.file.Word;

/** Attaches a product that the bench starts as a process: {@code deployment: process}. */
public final class ProcessProvider implements PepProvider {
  private final Programs programs;

  /** With the programs of this host. */
  public ProcessProvider() {
    this(Programs.of(System.getenv().getOrDefault("PATH", "")));
  }

  ProcessProvider(Programs programs) {
    this.programs = programs;
  }

  @Override
  public String id() {
    return "process";
  }

  @Override
  public Pep create(Sut sut, SitePack site) throws ProductException {
    if (!(sut.deployment() instanceof Deployment.Process how)) {
      throw new IllegalArgumentException("not a product in a process: " + sut.deployment());
    }
    Renderer renderer = new Renderer(SiteVariables.of(sut, site));
    Map<String, String> files = files(how, renderer);
    List<String> command = words(sut, how, renderer);
    if (!renderer.problems().isEmpty()) {
      throw bad(
          renderer.problems().stream()
              .sorted()
              .map(Problem::toString)
              .collect(Collectors.joining("\n")));
    }
    Path needed = require(how.needs().program(), how.needs());
    command.set(0, program(sut, command.getFirst(), how.needs(), needed));
    return new ProcessPep(
        new ProcessPep.Plan(sut.title(), sut.access(), how, files, command), site, programs);
  }

  private static Map<String, String> files(Deployment.Process how, Renderer renderer)
      throws ProductException {
    Map<String, String> files = new LinkedHashMap<>();
    for (Map.Entry<Path, String> template : new TreeMap<>(how.templates()).entrySet()) {
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

  private static List<String> words(Sut sut, Deployment.Process how, Renderer renderer) {
    String file = sut.folder().resolve("sut.yaml").toString();
    List<String> words = new ArrayList<>();
    for (Word word : how.command()) {
      words.add(renderer.word(file, word.text(), word.place()));
    }
    return words;
  }

  /** A name is looked for among the host's programs, a path from the folder of sut.yaml. */
  private String program(Sut sut, String first, Deployment.Need need, Path needed)
      throws ProductException {
    if (first.equals(need.program())) {
      return needed.toString();
    }
    if (!first.contains("/")) {
      return require(first, need).toString();
    }
    Path file = sut.folder().resolve(first).normalize();
    if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
      throw bad(
          "%s: command: found %s, which is no program; expected a file that can be executed"
              .formatted(sut.folder().resolve("sut.yaml"), file));
    }
    return file.toString();
  }

  private Path require(String program, Deployment.Need need) throws ProductException {
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
