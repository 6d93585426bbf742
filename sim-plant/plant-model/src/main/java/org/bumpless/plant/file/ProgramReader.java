package org.bumpless.plant.file;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.bumpless.plant.model.ProgramText;

/** Reads the programs of a plant: each is a file beside it, or a text in it. */
final class ProgramReader {
  private static final int BYTES_MAX = 1 << 20;

  private final Registry<ProgramText> programs;
  private final Neighbours neighbours;

  ProgramReader(Registry<ProgramText> programs, Neighbours neighbours) {
    this.programs = programs;
    this.neighbours = neighbours;
  }

  ProgramText program(Section section) throws Unusable {
    Word id = section.word("id");
    programs.declare(id);
    if (section.has("file") == section.has("text")) {
      throw section.refuse("id", "a program with neither or both of file and text", "one of them");
    }
    ProgramText program =
        new ProgramText(id.text(), section.has("text") ? section.text("text") : contents(section));
    programs.define(id, program);
    return program;
  }

  private String contents(Section section) throws Unusable {
    String path = section.text("file");
    byte[] bytes;
    try {
      bytes = neighbours.read(path);
    } catch (NoSuchFileException _) {
      throw section.refuse("file", "no file " + Quoted.of(path), "a path from this file's folder");
    } catch (IOException | InvalidPathException e) {
      throw section.refuse(
          "file", Quoted.of(path) + ", which cannot be read (" + e + ")", "a file");
    }
    if (bytes.length > BYTES_MAX) {
      throw section.refuse("file", bytes.length + " bytes", BYTES_MAX + " bytes at most");
    }
    Optional<String> text = ProgramText.decoded(bytes);
    if (text.isEmpty()) {
      throw section.refuse("file", Quoted.of(path) + ", which is no text", "a text in UTF-8");
    }
    return text.get();
  }
}
