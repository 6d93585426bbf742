package org.bumpless.runner.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Linux tells of a host in files; what is not there is left out. */
final class SystemFiles {
  private static final String CLOCK_SOURCE =
      "sys/devices/system/clocksource/clocksource0/current_clocksource";
  private static final String GOVERNOR = "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor";
  private static final String USER_MAP = "proc/self/uid_map";
  private static final String QUOTA = "sys/fs/cgroup/cpu.max";
  private static final String THROTTLING = "sys/fs/cgroup/cpu.stat";
  private static final String NOT_THROTTLED = "0";
  private static final String ALL_USERS = "4294967295";

  private final Path root;

  /**
   * @param root below which the files lie: the root of the file system
   */
  SystemFiles(Path root) {
    this.root = root;
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    line(CLOCK_SOURCE).ifPresent(found -> facts.add(new Fact("clock source", found)));
    line(GOVERNOR)
        .ifPresent(
            found ->
                facts.add(
                    new Fact(
                        "processor speed",
                        found.equals("performance")
                            ? "governor performance"
                            : "governor " + found + "; performance would be steadier")));
    line(QUOTA).flatMap(this::quota).ifPresent(facts::add);
    line(USER_MAP)
        .filter(map -> !map.strip().endsWith(ALL_USERS))
        .ifPresent(
            map ->
                facts.add(
                    new Fact(
                        "user namespace",
                        "yes, which takes SCHED_FIFO away: as root of the host it would be allowed")));
    return facts;
  }

  /** For example {@code 200000 100000}, microseconds of every so many; {@code max} for no limit. */
  private Optional<Fact> quota(String line) {
    String[] words = line.strip().split(" ", -1);
    if (words.length != 2 || words[0].equals("max")) {
      return Optional.empty();
    }
    String throttled =
        lines(THROTTLING).stream()
            .filter(l -> l.startsWith("nr_throttled "))
            .map(l -> l.substring(l.indexOf(' ') + 1))
            .findFirst()
            .orElse(NOT_THROTTLED);
    return Optional.of(
        new Fact(
            "quota",
            "%s us of processor time in every %s us; throttled %s times so far"
                .formatted(words[0], words[1], throttled)));
  }

  private Optional<String> line(String file) {
    return lines(file).stream().findFirst();
  }

  private List<String> lines(String file) {
    Path path = root.resolve(file);
    if (!Files.isReadable(path)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(path)) {
      return lines.limit(100).toList();
    } catch (IOException e) {
      return List.of("not readable: " + e.getMessage());
    }
  }
}
