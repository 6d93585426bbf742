package org.bumpless.adapter.testkit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Threads and processes that are there now and were not there before. */
final class Residue {
  /** Threads that the JDK keeps for itself, whoever made it start them. */
  private static final Set<String> OF_THE_JDK = Set.of("system", "InnocuousThreadGroup");

  private static final String COMMON_POOL = "ForkJoinPool.commonPool";

  private final Set<Thread> threads = Thread.getAllStackTraces().keySet();
  private final Set<Long> processes =
      ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());

  /** What has come since, in words; empty if nothing has. */
  List<String> now() {
    Stream<String> newThreads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(t -> !threads.contains(t) && t.isAlive() && !ofTheJdk(t))
            .map(t -> "thread " + t.getName());
    Stream<String> newProcesses =
        ProcessHandle.current()
            .descendants()
            .filter(p -> !processes.contains(p.pid()))
            .map(p -> "process " + p.pid() + " " + p.info().command().orElse(""));
    return Stream.concat(newThreads, newProcesses).toList();
  }

  private static boolean ofTheJdk(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group == null
        || OF_THE_JDK.contains(group.getName())
        || thread.getName().startsWith(COMMON_POOL);
  }
}
