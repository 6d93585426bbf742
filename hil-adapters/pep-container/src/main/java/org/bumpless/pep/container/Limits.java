package org.bumpless.pep.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The limits of the bench's own process (proc(5), {@code /proc/PID/limits}). Engines give
 * containers more than that, which they may not do where the engine is in a container itself.
 *
 * @param lines of the file; none where there is no such file
 */
record Limits(List<String> lines) {
  private static final Pattern COLUMNS = Pattern.compile("\\s{2,}");
  private static final int HARD = 2;
  private static final long FILES_MAX = 65_536;

  /** No product needs more, and engines do not say how many they can still give. */
  private static final long PROCESSES_MAX = 4_096;

  Limits {
    lines = List.copyOf(lines);
  }

  static Limits ofThisProcess() {
    try {
      return new Limits(Files.readAllLines(Path.of("/proc/self/limits")));
    } catch (IOException _) {
      return new Limits(List.of()); // not Linux: the engine's own limits it is
    }
  }

  /** What a container is given, by the names of {@code ulimit}. */
  SortedMap<String, Long> byName() {
    SortedMap<String, Long> named = new TreeMap<>();
    add(named, "Max open files", "nofile", FILES_MAX);
    add(named, "Max processes", "nproc", PROCESSES_MAX);
    return named;
  }

  private void add(SortedMap<String, Long> named, String title, String name, long most) {
    for (String line : lines) {
      List<String> columns = List.of(COLUMNS.split(line, -1));
      if (columns.getFirst().equals(title)) {
        String hard = columns.get(HARD);
        long limit = hard.matches("[0-9]{1,18}") ? Math.min(most, Long.parseLong(hard)) : most;
        named.put(name, limit);
      }
    }
  }
}
