package org.bumpless.runner.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** How busy the host's processors were over stretches of time (proc_stat(5)). */
final class Processors {
  private static final Path TABLE = Path.of("/proc/stat");
  private static final int IDLE = 4;
  private static final int WAITING = 5;
  private static final int STOLEN = 8;

  /**
   * User, nice, system, idle, waiting for disks, two kinds of interrupts, stolen by other guests.
   */
  private static final int COLUMNS = 8;

  private final Path table;
  private long all;
  private long idle;
  private long stolen;

  Processors() {
    this(TABLE);
  }

  Processors(Path table) {
    this.table = table;
  }

  /** Time that has passed since the host began, over all processors. */
  record Reading(long all, long idle, long stolen) {}

  /** Reads the table; empty where there is none. */
  Optional<Reading> read() {
    try {
      String[] words = Files.readAllLines(table).getFirst().split(" +");
      long sum = Arrays.stream(words).skip(1).limit(COLUMNS).mapToLong(Long::parseLong).sum();
      return Optional.of(
          new Reading(
              sum,
              Long.parseLong(words[IDLE]) + Long.parseLong(words[WAITING]),
              Long.parseLong(words[STOLEN])));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /**
   * Counts a stretch that has ended now.
   *
   * @param begin empty for one that is not to count
   */
  void count(Optional<Reading> begin) {
    begin.ifPresent(from -> read().ifPresent(to -> add(from, to)));
  }

  private void add(Reading from, Reading to) {
    all += to.all() - from.all();
    idle += to.idle() - from.idle();
    stolen += to.stolen() - from.stolen();
  }

  /** Share of all stretches that nobody used, 0 to 1; empty if none was counted. */
  OptionalDouble idle() {
    return share(idle);
  }

  /** Share of all stretches that other guests of the same machine took, 0 to 1; empty as above. */
  OptionalDouble stolen() {
    return share(stolen);
  }

  private OptionalDouble share(long part) {
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / (double) all);
  }
}
