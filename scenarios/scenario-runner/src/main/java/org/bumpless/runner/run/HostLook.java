package org.bumpless.runner.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.bumpless.plc.scan.Lateness;
import org.bumpless.scenario.result.HostFacts;
import org.bumpless.scenario.result.ScanFacts;

/** Looks at the machine that the bench runs on. */
final class HostLook {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final long MIB = 1024 * 1024;

  private HostLook() {}

  static HostFacts facts(String clock, String fabric, String scheduling) {
    Runtime runtime = Runtime.getRuntime();
    return new HostFacts(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        processor(PROCESSORS),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        runtime.availableProcessors(),
        runtime.maxMemory() / MIB,
        load(),
        clock,
        fabric,
        scheduling);
  }

  static ScanFacts scans(Lateness lateness) {
    return new ScanFacts(lateness.scans(), lateness.overruns(), lateness.worstNanos());
  }

  private static OptionalDouble load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load);
  }

  /** The model of the first processor, as Linux lists it; empty where there is no such list. */
  static String processor(Path list) {
    if (!Files.isReadable(list)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(list)) {
      return lines
          .filter(l -> l.startsWith("model name"))
          .map(l -> l.substring(l.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException notLinux) {
      return "";
    }
  }
}
