package org.bumpless.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bumpless.endpoint.modbus.ModbusProvider;
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

/** One Modbus TCP request of the control room and its answer: the level of a tank. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ModbusRoundTrip {

  /** The measuring client at the controller's own server. */
  @State(Scope.Benchmark)
  public static class Plain {
    private final Site site = new Site();
    private final Operation read = site.readLevel();
    private final ModbusProvider modbus = new ModbusProvider();
    private final Endpoint server = site.serve(modbus);
    private final ProtocolClient client =
        site.client(modbus, Site.CONTROL_ROOM, server.address(), Optional.empty());

    @TearDown
    public void close() throws Exception {
      site.close();
    }
  }

  /** The measuring client with mutual TLS, ended right before the server. */
  @State(Scope.Benchmark)
  public static class Tls {
    private final Site site = new Site();
    private final Operation read = site.readLevel();
    private final ModbusProvider modbus = new ModbusProvider();
    private final Endpoint server = site.serve(modbus);
    private final TlsTerminator terminator = site.add(terminator());
    private final ProtocolClient client =
        site.client(
            modbus,
            Site.CONTROL_ROOM,
            terminator.front(),
            Optional.of(site.tls(Site.CONTROL_ROOM)));

    private TlsTerminator terminator() {
      try {
        return new TlsTerminator(
            site.identity("terminator", List.of(), ""),
            site.trust(),
            site.fabric().service("terminator"),
            server.address());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @TearDown
    public void close() throws Exception {
      site.close();
    }
  }

  @Benchmark
  public Outcome plain(Plain bench) {
    return Site.answered(bench.client.perform(bench.read));
  }

  @Benchmark
  public Outcome tls(Tls bench) {
    return Site.answered(bench.client.perform(bench.read));
  }
}
