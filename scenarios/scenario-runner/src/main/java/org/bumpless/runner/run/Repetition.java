package org.bumpless.runner.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.reports.pool.PooledRuns;

/**
 * The same run again and again, each in a JVM of its own: what one JVM has compiled, and how its
 * memory lies, stays the same for its whole life and differs from the next one's.
 */
public final class Repetition {
  /** From here on an exit code tells that something is amiss, not what the verdict was. */
  private static final int AMISS = 64;

  private static final int PASSED = 0;
  private static final int FAILED = 1;
  private static final Duration END_WITHIN = Duration.ofSeconds(30);
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
  private static final String MAIN = "org.bumpless.runner.cli.Main";

  private final int times;
  private final long seed;
  private final LongFunction<List<String>> words;
  private final PrintWriter terminal;

  /**
   * @param seed of the first run; each of the others has the next one
   * @param words what somebody would type for one run with a seed, but for the folder
   */
  public Repetition(int times, long seed, LongFunction<List<String>> words, PrintWriter terminal) {
    this.times = times;
    this.seed = seed;
    this.words = words;
    this.terminal = terminal;
  }

  /**
   * Runs, pools and tells; the exit code of the worst run.
   *
   * @param out folder in which the folder of all runs is made
   * @param name of the product
   * @throws org.bumpless.runner.MissingException if the folder cannot be written
   */
  public int run(Path out, String name) throws InterruptedException {
    RunFolder all = RunFolder.create(out, new RealClock().instant(), name + "-x" + times, seed);
    try {
      int worst = PASSED;
      List<Path> folders = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        Path said = all.file("run-" + (i + 1) + ".txt");
        int code = child(words.apply(seed + i), all.path(), said);
        terminal.printf("run %d of %d: %s%n", i + 1, times, lastVerdict(said));
        terminal.flush();
        if (code >= AMISS) {
          terminal.println(
              "no further run, for it ended with %d; what it said is in %s".formatted(code, said));
          return code;
        }
        worst = worse(worst, code);
        newest(all.path(), folders).ifPresent(folders::add);
      }
      PooledRuns pooled = PooledRuns.read(folders);
      pooled.write(all.file("pooled.json"));
      terminal.println();
      pooled.told().forEach(terminal::println);
      terminal.println("folder:  " + all.path());
      terminal.flush();
      return worst;
    } catch (IOException e) {
      throw RunFolder.unwritable(all.path(), e);
    }
  }

  /** FAIL before INCONCLUSIVE before PASS. */
  private static int worse(int one, int other) {
    if (one == FAILED || other == FAILED) {
      return FAILED;
    }
    return Math.max(one, other);
  }

  private static int child(List<String> words, Path out, Path said)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(diesWithUs());
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    line.addAll(words);
    line.addAll(List.of("--out", out.toString()));
    Process child =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    try {
      return child.waitFor();
    } finally {
      end(child);
    }
  }

  /** Where it can be had, the kernel ends a child whose parent has been killed. */
  private static List<String> diesWithUs() {
    return Files.isExecutable(SETPRIV)
        ? List.of(SETPRIV.toString(), "--pdeathsig", "TERM", "--")
        : List.of();
  }

  /** A child that still runs is told to end, which takes it as long as it takes to stop a plant. */
  private static void end(Process child) {
    child.destroy();
    try {
      if (!child.waitFor(END_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        child.destroyForcibly();
      }
    } catch (InterruptedException e) {
      child.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String lastVerdict(Path said) throws IOException {
    try (Stream<String> lines = Files.lines(said)) {
      return lines
          .filter(line -> line.matches("(PASS|FAIL|INCONCLUSIVE)\\b.*"))
          .reduce((first, last) -> last)
          .orElse("no verdict");
    }
  }

  private static Optional<Path> newest(Path all, List<Path> known) throws IOException {
    try (Stream<Path> folders = Files.list(all)) {
      return folders.filter(Files::isDirectory).filter(f -> !known.contains(f)).findFirst();
    }
  }
}
