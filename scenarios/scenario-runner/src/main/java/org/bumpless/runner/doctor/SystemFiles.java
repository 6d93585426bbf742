package org.bumpless.runner.doctor;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Linux tells of a host in files; what is not there is left out. */
final class SystemFiles {
  private static final String CLOCK_SOURCE =
      "sys/devices/system/clocksource/clocksource0/current_clocksource";
  private static final String GOVERNOR = "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor";
  private static final String USER_MAP = "proc/self/uid_map";
  private static final String QUOTA = "sys/fs/cgroup/cpu.max";
  private static final String THROTTLING = "sys/fs/cgroup/cpu.stat";

  /** Where cgroup v1 keeps what v2 has in the two files above. */
  private static final List<String> FIRST_VERSION =
      List.of("sys/fs/cgroup/cpu/", "sys/fs/cgroup/cpu,cpuacct/");

  private static final String LOAD = "proc/loadavg";
  private static final String STATUS = "proc/self/status";
  private static final String LIMITS = "proc/self/limits";
  private static final String REAL_TIME = "Max realtime priority";
  private static final String LOCKED = "Max locked memory";
  private static final String UNLIMITED = "unlimited";
  private static final Pattern GAP = Pattern.compile(" {2,}");
  private static final int HEXADECIMAL = 16;
  private static final long KIB = 1024;

  /** Number of the capability by which a process may choose any scheduling (capabilities(7)). */
  private static final int CAP_SYS_NICE = 23;

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
    load().ifPresent(facts::add);
    line(GOVERNOR)
        .ifPresent(
            found ->
                facts.add(
                    new Fact(
                        "processor speed",
                        found.equals("performance")
                            ? "governor performance"
                            : "governor " + found + "; performance would be steadier")));
    line(QUOTA).flatMap(this::quota).or(this::firstVersionsQuota).ifPresent(facts::add);
    limits().ifPresent(facts::add);
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

  /** What the kernel takes the time from; empty where it does not tell. */
  Optional<String> clockSource() {
    return line(CLOCK_SOURCE);
  }

  /** Whether this process is root of the host, not only of a user namespace. */
  boolean root() {
    return status("Uid:").filter(ids -> ids.startsWith("0\t") || ids.startsWith("0 ")).isPresent()
        && line(USER_MAP).filter(map -> map.strip().endsWith(ALL_USERS)).isPresent();
  }

  /** For example {@code 200000 100000}, microseconds of every so many; {@code max} for no limit. */
  private Optional<Fact> quota(String line) {
    String[] words = line.strip().split(" ", -1);
    return words.length != 2 || words[0].equals("max")
        ? Optional.empty()
        : Optional.of(quota(words[0], words[1], THROTTLING));
  }

  /** The same of cgroup v1; a quota of -1 for no limit. */
  private Optional<Fact> firstVersionsQuota() {
    return FIRST_VERSION.stream()
        .flatMap(
            folder ->
                line(folder + "cpu.cfs_quota_us")
                    .map(String::strip)
                    .filter(quota -> !quota.startsWith("-"))
                    .flatMap(
                        quota ->
                            line(folder + "cpu.cfs_period_us")
                                .map(period -> quota(quota, period.strip(), folder + "cpu.stat")))
                    .stream())
        .findFirst();
  }

  private Fact quota(String quota, String period, String statistics) {
    String throttled =
        lines(statistics).stream()
            .filter(l -> l.startsWith("nr_throttled "))
            .map(l -> l.substring(l.indexOf(' ') + 1))
            .findFirst()
            .orElse(NOT_THROTTLED);
    return new Fact(
        "quota",
        "%s us of processor time in every %s us; throttled %s times so far"
            .formatted(quota, period, throttled));
  }

  /** For example {@code 0.42 0.36 0.30 1/123 4567}. */
  private Optional<Fact> load() {
    return line(LOAD)
        .map(line -> line.split(" ", -1))
        .filter(words -> words.length > 2)
        .map(
            words ->
                new Fact(
                    "load average",
                    "%s in the last minute, %s in five, %s in fifteen; this examination included"
                        .formatted(words[0], words[1], words[2])));
  }

  /** What decides whether timing threads may be served first and memory may be locked. */
  private Optional<Fact> limits() {
    List<String> words = new ArrayList<>();
    limit(REAL_TIME).ifPresent(most -> words.add("real-time priority " + most + " (RTPRIO)"));
    limit(LOCKED).ifPresent(most -> words.add("locked memory " + bytes(most) + " (MEMLOCK)"));
    status("CapEff:")
        .ifPresent(
            all ->
                words.add(
                    new BigInteger(all, HEXADECIMAL).testBit(CAP_SYS_NICE)
                        ? "CAP_SYS_NICE, which overrules the first"
                        : "no CAP_SYS_NICE"));
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fact("limits", String.join(", ", words)));
  }

  /** The soft limit, which is what holds. */
  private Optional<String> limit(String name) {
    return lines(LIMITS).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> GAP.split(line, -1))
        .filter(columns -> columns.length > 1)
        .map(columns -> columns[1])
        .findFirst();
  }

  private static String bytes(String count) {
    return count.equals(UNLIMITED) ? count : Long.parseLong(count) / KIB + " KiB";
  }

  private Optional<String> status(String name) {
    return lines(STATUS).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .findFirst();
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
