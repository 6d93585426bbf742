package org.bumpless.bridge.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bumpless.bridge.core.Plan;

/**
 * The process at a real controller, as the bench sees it: a JVM in a session of its own, so that
 * Ctrl-C on the terminal of the bench does not reach it.
 */
final class Child {
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private final Process process;
  private final BufferedWriter in;
  private final Plan plan;
  private final Class<?> main;

  private Child(Process process, Plan plan, Class<?> main) {
    this.process = process;
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.plan = plan;
    this.main = main;
  }

  /**
   * Starts it on the class path of the bench.
   *
   * @param main of the process
   */
  static Child start(Plan plan, Class<?> main) throws IOException {
    List<String> line = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      line.add(SETSID.toString());
    }
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    return new Child(
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.appendTo(log(plan))).start(),
        plan,
        main);
  }

  private static File log(Plan plan) {
    return plan.journal().resolveSibling("bridge-" + plan.controller() + ".log").toFile();
  }

  /** Where it writes what it has to say to people. */
  File log() {
    return log(plan);
  }

  BufferedReader lines() {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  synchronized void say(List<Words> lines) throws IOException {
    for (Words line : lines) {
      in.write(line + "\n");
    }
    in.flush();
  }

  void say(Words line) throws IOException {
    say(List.of(line));
  }

  /**
   * Lets another one bring back what this one has left open in the log, after it was killed.
   *
   * @return whether all is as recorded
   */
  boolean recover() {
    try {
      if (FileJournal.open(plan.journal()).isEmpty()) {
        return true;
      }
      Child other = start(plan, main);
      other.say(PlanText.write(plan));
      other.close(
          plan.spec().deadMan().plus(plan.spec().timeout().multipliedBy(5)).plusSeconds(10));
      return FileJournal.open(plan.journal()).isEmpty();
    } catch (IOException _) {
      return false; // the caller tells that the values are not back, and where they stand
    }
  }

  /**
   * Ends it by the end of its pipe.
   *
   * @param patience zero to kill it if it does not end at once; else it goes on by itself then, for
   *     as long as there is something to be brought back
   */
  void close(Duration patience) {
    boolean interrupted = Thread.interrupted();
    try {
      in.close();
    } catch (IOException _) {
      // it has ended
    }
    try {
      if (!process.waitFor(Math.max(patience.toMillis(), 500), TimeUnit.MILLISECONDS)
          && patience.isZero()) {
        process.destroyForcibly();
        process.waitFor(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException _) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
