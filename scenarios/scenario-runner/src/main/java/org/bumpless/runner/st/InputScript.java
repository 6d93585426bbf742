package org.bumpless.runner.st;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bumpless.plc.st.run.ProcessMemory;
import org.bumpless.plc.st.run.StInstance;
import org.bumpless.plc.st.typed.Address;
import org.bumpless.runner.InputException;

/**
 * What inputs become and when, line by line: the number of a scan, an address such as {@code
 * %IX0.0} or the name of a variable, and a value; {@code #} begins a comment.
 */
public final class InputScript {
  private static final String EXPECTED =
      "expected the number of a scan, an address or a variable, and a number, such as: 10 %IX0.0 1";

  private final List<Change> changes;

  private InputScript(List<Change> changes) {
    this.changes = List.copyOf(changes);
  }

  private record Change(String place, int scan, String target, double value) {}

  /** One in which nothing changes. */
  public static InputScript none() {
    return new InputScript(List.of());
  }

  /**
   * Reads a script.
   *
   * @throws InputException if a line is none, with its place
   */
  public static InputScript read(Path file) {
    List<Change> changes = new ArrayList<>();
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage());
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      if (!line.isEmpty()) {
        changes.add(change(file + ":" + (i + 1), line));
      }
    }
    return new InputScript(changes);
  }

  private static Change change(String place, String line) {
    String[] words = line.split("\\s+", -1);
    try {
      if (words.length == 3) {
        return new Change(
            place, Integer.parseInt(words[0]), words[1], Double.parseDouble(words[2]));
      }
    } catch (NumberFormatException _) {
      // told below, with the whole line
    }
    throw new InputException(place + ": found \"" + line + "\"; " + EXPECTED);
  }

  /** Sets what is to be set before a scan. */
  void before(int scan, StInstance program, ProcessMemory memory) {
    for (Change change : changes) {
      if (change.scan() == scan) {
        set(change, program, memory);
      }
    }
  }

  private static void set(Change change, StInstance program, ProcessMemory memory) {
    Optional<Address> address = Address.of(change.target().toUpperCase(Locale.ROOT));
    if (address.isPresent()) {
      Address its = address.get();
      long bits = Math.round(change.value());
      memory.write(its.area(), its.size(), its.index(), its.bit(), bits);
      return;
    }
    try {
      program.set(change.target(), change.value());
    } catch (IllegalArgumentException e) {
      throw new InputException(change.place() + ": " + e.getMessage());
    }
  }
}
