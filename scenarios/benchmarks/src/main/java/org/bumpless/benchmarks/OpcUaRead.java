package org.bumpless.benchmarks;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bumpless.endpoint.opcua.OpcUaProvider;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.Endpoint;
import org.bumpless.plc.protocol.ProtocolClient;
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

/** The aggregator's read of one controller: seven tags in one signed OPC UA request. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class OpcUaRead {

  /** The measuring client at the controller's own server, Basic256Sha256 and Sign. */
  @State(Scope.Benchmark)
  public static class Signed {
    private final Site site = new Site();
    private final Operation poll = site.poll(Site.AGGREGATOR);
    private final OpcUaProvider opcUa = new OpcUaProvider();
    private final Endpoint server = site.serve(opcUa);
    private final ProtocolClient client =
        site.client(opcUa, Site.AGGREGATOR, server.address(), Optional.empty());

    @TearDown
    public void close() throws Exception {
      site.close();
    }
  }

  @Benchmark
  public Outcome signed(Signed bench) {
    return Site.answered(bench.client.perform(bench.poll));
  }
}
