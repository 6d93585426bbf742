package org.bumpless.pep.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes that belong to a product: those of its group and session, its descendants, and
 * whatever carries its mark, which also a daemon does that has left group, session and parent.
 *
 * @param leader the program that was started
 * @param mark what its environment says, and nobody else's
 */
record Family(ProcessHandle leader, Map.Entry<String, String> mark) {
  private static final Path PROC = Path.of("/proc");

  /** Fields of {@code /proc/PID/stat} that follow the name of the program (proc(5)). */
  private static final int STATE = 0;

  private static final int GROUP = 2;
  private static final int SESSION = 3;

  /** Those that have not ended yet; a zombie has. */
  List<ProcessHandle> alive() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      List<ProcessHandle> descendants = leader.descendants().toList();
      return all.filter(p -> belongs(p, descendants)).toList();
    }
  }

  private boolean belongs(ProcessHandle process, List<ProcessHandle> descendants) {
    Optional<List<String>> stat = stat(process);
    if (stat.isEmpty()) {
      return process.isAlive() && (process.equals(leader) || descendants.contains(process));
    }
    return !ended(stat.get())
        && (process.equals(leader)
            || descendants.contains(process)
            || ofItsGroup(stat.get())
            || marked(process));
  }

  private static boolean ended(List<String> stat) {
    return stat.get(STATE).equals("Z") || stat.get(STATE).equals("X");
  }

  private boolean ofItsGroup(List<String> stat) {
    String id = Long.toString(leader.pid());
    return stat.get(GROUP).equals(id) || stat.get(SESSION).equals(id);
  }

  private boolean marked(ProcessHandle process) {
    String wanted = "\0" + mark.getKey() + "=" + mark.getValue() + "\0";
    return read(process, "environ").filter(e -> ("\0" + e).contains(wanted)).isPresent();
  }

  /** Empty where there is no such file: on another system, or because it has just ended. */
  private static Optional<List<String>> stat(ProcessHandle process) {
    return read(process, "stat")
        .map(text -> text.substring(text.lastIndexOf(')') + 1).strip())
        .map(text -> List.of(text.split(" ")))
        .filter(fields -> fields.size() > SESSION);
  }

  private static Optional<String> read(ProcessHandle process, String what) {
    Path file = PROC.resolve(Long.toString(process.pid())).resolve(what);
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    } catch (IOException unreadable) {
      // It has ended, it is somebody else's, or this system has no such files.
      return Optional.empty();
    }
  }
}
