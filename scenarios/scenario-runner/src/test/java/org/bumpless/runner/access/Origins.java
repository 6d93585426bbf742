package org.bumpless.runner.access;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import javax.net.SocketFactory;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plc.passage.Departure;

/** Clients of the tests, who stand on the loopback. */
final class Origins {
  private static final RealClock CLOCK = new RealClock();

  private Origins() {}

  static Departure departure(InetSocketAddress dial, Duration within) {
    return new Departure(
        new Departure.Origin(
            InetAddress.getLoopbackAddress(),
            SocketFactory.getDefault(),
            work -> Thread.ofPlatform().daemon().unstarted(work),
            CLOCK),
        dial,
        CLOCK.nanos() + within.toNanos());
  }

  static Departure departure(InetSocketAddress dial) {
    return departure(dial, Duration.ofSeconds(10));
  }
}
