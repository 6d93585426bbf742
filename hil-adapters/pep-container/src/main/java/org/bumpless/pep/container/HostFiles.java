package org.bumpless.pep.container;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.pep.process.SiteWords;
import org.bumpless.plant.file.Place;
import org.bumpless.plant.file.Word;

/** The files of this host that an image is made of. */
final class HostFiles {
  private HostFiles() {}

  /**
   * Ingredients for one site: the variables are filled in, and each word names one file.
   *
   * @throws ProductException if a variable is unknown, or a file has no whole path
   */
  static Deployment.Ingredients named(Sut sut, SitePack site, Deployment.Ingredients how)
      throws ProductException {
    List<Word> files = new ArrayList<>();
    for (Word word : filled(sut, site, how.files())) {
      Arrays.stream(word.text().split(File.pathSeparator, -1))
          .filter(each -> !each.isBlank())
          .map(each -> new Word(each, word.place()))
          .forEach(files::add);
    }
    for (Word file : files) {
      if (!isWhole(file.text())) {
        throw new ProductException(
            ProductException.Cause.BAD_INPUT,
            "%s:%d:%d: found \"%s\" among the files of an image; expected a whole path, which begins with /"
                .formatted(
                    sut.folder().resolve("sut.yaml"),
                    file.place().line(),
                    file.place().column(),
                    file));
      }
    }
    return new Deployment.Ingredients(how.programs(), files, filled(sut, site, how.making()));
  }

  private static List<Word> filled(Sut sut, SitePack site, List<Word> words)
      throws ProductException {
    List<String> texts = SiteWords.of(sut, site, words);
    List<Word> filled = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Place place = words.get(i).place();
      filled.add(new Word(texts.get(i), place));
    }
    return filled;
  }

  private static boolean isWhole(String text) {
    try {
      return Path.of(text).isAbsolute();
    } catch (InvalidPathException _) {
      return false; // no path at all
    }
  }

  /**
   * A mark that changes with all of them: SHA-256 over the command, and over name, size and age of
   * each file. What a file loads is not looked into.
   *
   * @throws IOException if a file cannot be looked at
   */
  static String mark(Deployment.Ingredients of) throws IOException {
    StringBuilder facts = new StringBuilder();
    for (Word word : of.making()) {
      facts.append("making ").append(word).append('\n');
    }
    List<Word> all = new ArrayList<>(of.programs());
    of.making().stream().limit(1).forEach(all::add);
    all.addAll(of.files());
    for (Word each : all) {
      for (Path file : below(Path.of(each.text()))) {
        facts
            .append(file)
            .append(' ')
            .append(Files.size(file))
            .append(' ')
            .append(Files.getLastModifiedTime(file).toMillis())
            .append('\n');
      }
    }
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(facts.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The files below a folder, in order; a file itself; none if there is neither. */
  static List<Path> below(Path path) throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
