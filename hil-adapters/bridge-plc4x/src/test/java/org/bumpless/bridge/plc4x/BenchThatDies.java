package org.bumpless.bridge.plc4x;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bumpless.adapter.bridge.Reading;
import org.bumpless.adapter.bridge.RealController;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.time.NanoClock;

/** A bench in a JVM of its own that writes to a real controller until it is killed. */
final class BenchThatDies {
  static final String READY = "ready";

  private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(30);

  private BenchThatDies() {}

  /**
   * @param arguments folder, port, dead-man time in milliseconds
   */
  public static void main(String[] arguments) throws Exception {
    NanoClock clock = new RealClock();
    RealController real =
        Bridges.modbus(Path.of(arguments[0]), Integer.parseInt(arguments[1]))
            .deadMan(Duration.ofMillis(Long.parseLong(arguments[2])))
            .open();
    TagValue first = new TagValue.Real(77);
    real.offer(Bridges.SP, first);
    long limit = clock.nanos() + WRITTEN_WITHIN.toNanos();
    while (!real.read(Bridges.SP).equals(Optional.of(new Reading(Reading.Quality.GOOD, first)))) {
      if (clock.nanos() > limit) {
        throw new IllegalStateException("not written; look into " + arguments[0]);
      }
      clock.await(Duration.ofMillis(10));
    }
    System.out.println(READY);
    System.out.flush();
    for (int i = 0; ; i++) {
      real.offer(Bridges.SP, new TagValue.Real(70 + i % 10));
      clock.await(Duration.ofMillis(50));
    }
  }
}
