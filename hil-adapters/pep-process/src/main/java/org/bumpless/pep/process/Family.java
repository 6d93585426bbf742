package org.bumpless.pep.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bumpless.plant.time.NanoClock;

/**
 * The processes that belong to a product: those of its group and session, its descendants, and
 * whatever carries its mark, which also a daemon does that has left group, session and parent.
 *
 * @param leader the program that was started
 * @param mark what its environment says, and nobody else's
 * @param born when it was started, by the clock of {@code /proc}; 0 if that cannot be known
 * @param clock how long a look may last
 */
record Family(ProcessHandle leader, Map.Entry<String, String> mark, long born, NanoClock clock) {
  private static final Path PROC = Path.of("/proc");

  /** Fields of {@code /proc/PID/stat} that follow the name of the program (proc(5)). */
  private static final int STATE = 0;

  private static final int GROUP = 2;
  private static final int SESSION = 3;
  private static final int BORN = 19;

  /** How long a process may be without an environment before that counts as its own doing. */
  private static final Duration SETTLING_MAX = Duration.ofMillis(200);

  /** All that Linux gives to one word of an environment (MAX_ARG_STRLEN). */
  private static final int READ_MAX = 128 * 1024;

  /** The family of a program that has just been started. */
  static Family of(ProcessHandle leader, Map.Entry<String, String> mark, NanoClock clock) {
    return new Family(leader, mark, stat(leader).map(Family::born).orElse(0L), clock);
  }

  /** Those that have not ended yet; a zombie has. */
  List<ProcessHandle> alive() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      List<ProcessHandle> descendants = leader.descendants().toList();
      return all.filter(p -> belongs(p, descendants)).toList();
    }
  }

  private boolean belongs(ProcessHandle process, List<ProcessHandle> descendants) {
    boolean near = process.equals(leader) || descendants.contains(process);
    Optional<List<String>> stat = stat(process);
    if (stat.isEmpty()) {
      return near && process.isAlive();
    }
    if (ended(stat.get()) || born(stat.get()) < born) {
      return false;
    }
    return near || ofItsGroup(stat.get()) || marked(process);
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
    return environment(process).filter(e -> ("\0" + e).contains(wanted)).isPresent();
  }

  /** A process that is just becoming another program has none for a moment: that is waited for. */
  private Optional<String> environment(ProcessHandle process) {
    long end = clock.nanos() + SETTLING_MAX.toNanos();
    Optional<String> found = read(process, "environ");
    while (found.filter(String::isEmpty).isPresent() && process.isAlive() && clock.nanos() < end) {
      Thread.onSpinWait();
      found = read(process, "environ");
    }
    return found;
  }

  private static long born(List<String> stat) {
    return Long.parseLong(stat.get(BORN));
  }

  /** Empty where there is no such file: on another system, or because it has just ended. */
  private static Optional<List<String>> stat(ProcessHandle process) {
    return read(process, "stat")
        .map(text -> text.substring(text.lastIndexOf(')') + 1).strip())
        .map(text -> List.of(text.split(" ")))
        .filter(fields -> fields.size() > BORN);
  }

  private static Optional<String> read(ProcessHandle process, String what) {
    Path file = PROC.resolve(Long.toString(process.pid())).resolve(what);
    try (InputStream in = new FileInputStream(file.toFile())) {
      // In one piece: between two, a process may become another program.
      byte[] text = new byte[READ_MAX];
      int length = Math.max(0, in.read(text));
      return Optional.of(new String(text, 0, length, StandardCharsets.ISO_8859_1));
    } catch (IOException unreadable) {
      // It has ended, it is somebody else's, or this system has no such files.
      return Optional.empty();
    }
  }
}
