package org.bumpless.pep.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bumpless.plant.time.NanoClock;

/** The program of a product, running: its process, what it prints, and how it ends. */
final class ProductProcess {
  private static final Duration START_MAX = Duration.ofSeconds(30);
  private static final Duration KILL_MAX = Duration.ofSeconds(5);
  private static final Duration OUTPUT_MAX = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final Process process;
  private final Thread thread;
  private final OutputLog log;
  private final Family family;
  private final Keeper keeper;
  private final NanoClock clock;

  /** What every program is loaded by that loads libraries. */
  private static final String LOADER = "/ld-linux";

  private ProductProcess(
      Process process,
      Thread thread,
      OutputLog log,
      Family family,
      Keeper keeper,
      NanoClock clock) {
    this.process = process;
    this.thread = thread;
    this.log = log;
    this.family = family;
    this.keeper = keeper;
    this.clock = clock;
  }

  /**
   * Starts a program in a folder, with nothing in its environment but what it needs.
   *
   * @param more what else its environment has
   * @throws IOException if it cannot be started; nothing runs then
   */
  static ProductProcess start(
      List<String> command,
      Path folder,
      OutputLog log,
      Programs programs,
      Map<String, String> more,
      NanoClock clock)
      throws IOException {
    Launch launch = Launch.of(command, programs);
    Map<String, String> environment = new HashMap<>(Launch.environment(folder, programs));
    environment.putAll(more);
    ProcessBuilder builder =
        new ProcessBuilder(launch.command())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"));
    builder.environment().clear();
    builder.environment().putAll(environment);
    CompletableFuture<Process> started = new CompletableFuture<>();
    // The kernel ties the product to this thread, so it lives as long as the product does.
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("product-" + folder.getFileName())
            .start(() -> live(builder, started, log));
    Process process = await(started);
    Family family =
        Family.of(
            process.toHandle(),
            Map.entry(ProcessProvider.MARK, environment.getOrDefault(ProcessProvider.MARK, "")),
            clock);
    Optional<Long> group = launch.ownGroup() ? Optional.of(process.pid()) : Optional.empty();
    boolean kept = false;
    try {
      Keeper keeper = Keeper.of(group, programs);
      kept = true;
      return new ProductProcess(process, thread, log, family, keeper, clock);
    } finally {
      if (!kept) {
        process.destroyForcibly();
      }
    }
  }

  private static void live(
      ProcessBuilder builder, CompletableFuture<Process> started, OutputLog log) {
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      started.completeExceptionally(e);
      return;
    }
    if (!started.complete(process)) {
      process.destroyForcibly();
    }
    log.pump(process.getInputStream());
    // A program may close its output long before it ends.
    process.onExit().join();
  }

  private static Process await(CompletableFuture<Process> started) throws IOException {
    try {
      return started.orTimeout(START_MAX.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether the program ends by itself within a time. */
  boolean ends(Duration within) throws InterruptedException {
    return process.waitFor(within.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Exit code of a process that has ended; 128 and the number of the signal that killed it. */
  int exitCode() {
    return process.exitValue();
  }

  /** The last lines it printed; if it has ended, its very last. */
  String lastWords() {
    if (!process.isAlive()) {
      join(OUTPUT_MAX);
    }
    return log.lastWords();
  }

  /** What else of it runs, in words; empty if nothing does. */
  String others() {
    return family.alive().stream()
        .filter(p -> p.pid() != process.pid())
        .map(p -> p.pid() + p.info().command().map(c -> " " + c).orElse(""))
        .collect(Collectors.joining(", "));
  }

  /**
   * Sends a signal to the program.
   *
   * @param signal without SIG, for example {@code HUP}
   * @throws IOException if it could not be sent
   */
  void signal(String signal) throws IOException, InterruptedException {
    tell(List.of("/bin/sh", "-c", "kill -s \"$0\" \"$1\"", signal), process.toHandle());
  }

  /** Stops all of it where it stands, or lets it go on. */
  void hang(boolean still) throws IOException, InterruptedException {
    toAll(List.of("/bin/sh", "-c", "kill -s \"$0\" \"$1\"", still ? "STOP" : "CONT"));
  }

  /**
   * Lets no file of it grow any more, or lets them again. What it writes then fails with EFBIG,
   * where a full disk would say ENOSPC; the signal that goes with it is ignored from its start.
   */
  void fillDisk(Path prlimit, boolean full) throws IOException, InterruptedException {
    toAll(List.of(prlimit.toString(), "--fsize=" + (full ? "0" : "unlimited") + ":", "--pid"));
  }

  /**
   * Makes sure that its programs load libraries, for it is one by which their clock is set.
   *
   * @throws IOException if one does not: it would not notice, and nothing would be shown
   */
  void requireLibraries() throws IOException {
    for (ProcessHandle one : family.alive()) {
      Path maps = Path.of("/proc", Long.toString(one.pid()), "maps");
      if (one.isAlive() && !Files.readString(maps).contains(LOADER)) {
        throw new IOException("process " + one.pid() + " loads no libraries");
      }
    }
  }

  private void toAll(List<String> command) throws IOException, InterruptedException {
    for (ProcessHandle one : family.alive()) {
      tell(command, one);
    }
  }

  /** Runs a program of the host that does something to one process. */
  private static void tell(List<String> command, ProcessHandle whom)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(command);
    line.add(Long.toString(whom.pid()));
    Process telling =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean ended = telling.waitFor(KILL_MAX.toSeconds(), TimeUnit.SECONDS);
    if (!ended || (telling.exitValue() != 0 && whom.isAlive())) {
      telling.destroyForcibly();
      throw new IOException(String.join(" ", line) + " could not be done");
    }
  }

  /** Kills all of it at once. */
  void kill() {
    boolean interrupted = Thread.interrupted();
    interrupted |= killAll();
    keeper.close();
    interrupted |= join(OUTPUT_MAX);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends the program in an orderly way, and kills whatever of it is left after that.
   *
   * @param within how long the orderly end may take; an interrupt cuts it short and is kept
   * @throws IllegalStateException if something of it cannot be killed
   */
  void stop(Duration within) {
    boolean interrupted = Thread.interrupted();
    interrupted |= wake();
    process.destroy();
    try {
      if (!process.waitFor(within.toNanos(), TimeUnit.NANOSECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    interrupted |= killAll();
    keeper.close();
    interrupted |= join(OUTPUT_MAX);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets it go on, for who hangs cannot end; returns whether it was interrupted meanwhile. */
  private boolean wake() {
    try {
      hang(false);
      return false;
    } catch (IOException _) {
      return false; // what cannot be woken is killed
    } catch (InterruptedException _) {
      return true;
    }
  }

  /** Kills until nothing is left; returns whether it was interrupted meanwhile. */
  private boolean killAll() {
    boolean interrupted = false;
    long end = clock.nanos() + KILL_MAX.toNanos();
    List<ProcessHandle> left = family.alive();
    while (!left.isEmpty()) {
      if (clock.nanos() > end) {
        throw new IllegalStateException(
            "processes of the product cannot be killed: "
                + left.stream().map(p -> Long.toString(p.pid())).toList());
      }
      left.forEach(ProcessHandle::destroyForcibly);
      try {
        clock.await(PAUSE);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      left = family.alive();
    }
    return interrupted;
  }

  /** Waits for the last output; returns whether it was interrupted meanwhile. */
  private boolean join(Duration atMost) {
    try {
      thread.join(atMost);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
