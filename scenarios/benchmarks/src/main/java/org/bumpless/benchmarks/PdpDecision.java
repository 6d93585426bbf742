package org.bumpless.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Zone;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One decision by the reference policies: a lead engineer with a ticket wants to write. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PdpDecision {

  /** Cedar, asked in process. */
  @State(Scope.Benchmark)
  public static class Cedar {
    private final Site site = new Site();
    private final PolicyDecisionPoint pdp = Pdps.cedar(site, Pdps.reference(site));
    private final AccessRequest request = request(site);

    @TearDown
    public void close() throws Exception {
      site.close();
    }
  }

  /** The same Cedar, asked over the AuthZEN API. */
  @State(Scope.Benchmark)
  public static class Authzen {
    private final Site site = new Site();
    private final Sut reference = Pdps.reference(site);
    private final PolicyDecisionPoint pdp =
        Pdps.authzen(site, reference, Pdps.served(site, Pdps.cedar(site, reference)));
    private final AccessRequest request = request(site);

    @TearDown
    public void close() throws Exception {
      site.close();
    }
  }

  @Benchmark
  public Decision cedarInProcess(Cedar bench) {
    return permitted(bench.pdp.evaluate(bench.request));
  }

  @Benchmark
  public Decision cedarOverAuthzen(Authzen bench) {
    return permitted(bench.pdp.evaluate(bench.request));
  }

  private static Decision permitted(Decision decision) {
    if (decision instanceof Decision.Permit) {
      return decision;
    }
    throw new IllegalStateException("expected a permit, got " + decision);
  }

  private static AccessRequest request(Site site) {
    Instant now = site.clock().instant();
    Zone zone = site.plant().zone(site.controller().zone()).orElseThrow();
    return new AccessRequest(
        new Subject(
            "spiffe://tank-farm/person/anna",
            Subject.Kind.PERSON,
            true,
            true,
            Set.of("controls-engineering"),
            "lead-engineer",
            true),
        AccessRequest.Action.WRITE,
        new AccessRequest.Resource(site.controller().id(), zone.level(), zone.target()),
        new AccessRequest.Context(
            now,
            Protocol.MODBUS_TCP,
            Optional.of(
                new AccessRequest.Ticket(
                    "CHG-1", now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofHours(1)))),
            AccessRequest.DeclaredFlow.NONE));
  }
}
