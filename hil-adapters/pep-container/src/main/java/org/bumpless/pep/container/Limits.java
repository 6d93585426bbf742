package org.bumpless.pep.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /** The words of the engine's command that give a container the same. */
  List<String> options() {
    List<String> options = new ArrayList<>();
    add(options, "Max open files", "nofile", FILES_MAX);
    add(options, "Max processes", "nproc", PROCESSES_MAX);
    return options;
  }

  private void add(List<String> options, String title, String name, long most) {
    for (String line : lines) {
      List<String> columns = List.of(COLUMNS.split(line, -1));
      if (columns.getFirst().equals(title)) {
        String hard = columns.get(HARD);
        long limit = hard.matches("[0-9]{1,18}") ? Math.min(most, Long.parseLong(hard)) : most;
        options.addAll(List.of("--ulimit", name + "=" + limit + ":" + limit));
      }
    }
  }
}
