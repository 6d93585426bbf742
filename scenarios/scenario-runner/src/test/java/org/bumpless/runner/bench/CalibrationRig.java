package org.bumpless.runner.bench;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.FabricKind;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.network.choice.Fabrics;
import org.bumpless.plant.operation.Operation;
import org.bumpless.runner.realtime.RealTime;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.Injected;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LatencyJudge;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Taken;
import org.bumpless.scenario.timing.Target;

/**
 * The bench's instrument before an echo, with a relay as the product of which it is known what it
 * does to requests.
 */
final class CalibrationRig implements AutoCloseable {
  private static final Duration SELF_TEST_DELAY = Duration.ofMillis(1);
  private static final Duration DEADLINE = Duration.ofMillis(250);
  private static final Operation ANY = new Operation.Read(List.of(TagId.parse("ECHO.PV")));

  private final RealTime timing;
  private final Fabric fabric;
  private final Host host;

  CalibrationRig() throws Exception {
    timing = RealTime.best();
    fabric = Fabrics.make(FabricKind.LOOPBACK, PlantFile.read(Path.of("../plants/tank-farm.yaml")));
    host = fabric.host(new AssetId("SCADA-1"));
  }

  /**
   * What was measured.
   *
   * @param injected what the product really kept of each request more than a relay that keeps
   *     nothing, by its own clock
   */
  record Measured(LatencyFinding finding, Injected injected) {}

  /**
   * Measures a product.
   *
   * @param delayNanos what it keeps of each request, by its number
   */
  Measured measure(LatencyPlan plan, Budget budget, LongUnaryOperator delayNanos, long seed)
      throws Exception {
    try (Echo echo = new Echo(host.address());
        KnownRelay product = new KnownRelay(host, echo.address(), delayNanos, timing);
        KnownRelay keepsNothing = new KnownRelay(host, echo.address(), Duration.ZERO, timing);
        KnownRelay delays = new KnownRelay(host, echo.address(), SELF_TEST_DELAY, timing);
        MeasuredArms arms =
            new MeasuredArms(
                EnumSet.allOf(Arm.class),
                plan,
                budget,
                ANY,
                timing,
                arm ->
                    switch (arm) {
                      case DIRECT, DIRECT_AGAIN -> line(echo.address());
                      case PRODUCT -> line(product.door());
                      case NULL_RELAY -> line(keepsNothing.door());
                      case DELAYING_RELAY -> line(delays.door());
                    })) {
      arms.warmUp();
      List.of(product, keepsNothing, delays).forEach(KnownRelay::forget);
      LatencyFinding finding =
          new Looks(target(budget), plan, timing, new SplittableRandom(seed))
              .decide(arms, keepsNothing, delays, found -> found, why -> {});
      return new Measured(finding, new Injected(product.keptNanos() - keepsNothing.keptNanos(), 1));
    }
  }

  /** The same samples against another budget. */
  static LatencyFinding judgedBy(Budget budget, LatencyFinding finding, long seed) {
    return LatencyJudge.judge(
        target(budget),
        finding.plan(),
        new Taken(finding.samples(), finding.selfTest().injected(), finding.observed().host()),
        new SplittableRandom(seed));
  }

  private static Session line(InetSocketAddress address) {
    return new EchoLine(address);
  }

  private static Target target(Budget budget) {
    return new Target("a known delay", new ConduitId("calibration"), "host", budget, DEADLINE);
  }

  @Override
  public void close() {
    fabric.close();
  }
}
