package org.bumpless.pep.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Processes of this host, as tests look at them. */
final class Processes {
  private Processes() {}

  /**
   * Whether a process runs; one that has ended and waits to be collected by its parent does not.
   */
  static boolean runs(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return process.isAlive() && !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
    } catch (IOException gone) {
      return false;
    }
  }

  /** The children of this JVM that run a program. */
  static List<ProcessHandle> childrenThatRun(String program) {
    return ProcessHandle.current()
        .children()
        .filter(p -> p.info().command().filter(c -> c.endsWith("/" + program)).isPresent())
        .toList();
  }
}
