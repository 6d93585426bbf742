package org.bumpless.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.services.Directory;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.endpoint.modbus.ModbusProvider;
import org.bumpless.pep.reference.ReferencePepProvider;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.Protocol;
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

/**
 * One Modbus TCP request of the control room and its answer through the reference PEP, and past it.
 * Both have the whole product running beside them, which asks its PDP again every 500 ms.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReferenceRelay {

  /** The control room before the product, with one way through it and one past it. */
  @State(Scope.Benchmark)
  public static class Conduits {
    private final Site site = new Site();
    private final Operation read = site.readLevel();
    private final ModbusProvider modbus = new ModbusProvider();
    private final Endpoint server = site.serve(modbus);
    private final ProtocolClient past =
        site.client(modbus, Site.CONTROL_ROOM, server.address(), Optional.empty());
    private final ProtocolClient through = through();

    private ProtocolClient through() {
      enterControlRoom();
      Sut reference = Pdps.reference(site);
      Listener door = door();
      try {
        SitePack pack =
            new SitePack(
                Files.createDirectory(site.folder().resolve("product")),
                site.plant(),
                List.of(door),
                Map.of(),
                site.identity("pep", List.of(), ""),
                site.trust(),
                Optional.of(Pdps.served(site, Pdps.cedar(site, reference))),
                site.services().url(),
                site.clock());
        Pep pep = site.add(new ReferencePepProvider().create(reference, pack));
        pep.start();
        return site.client(
            modbus, Site.CONTROL_ROOM, pep.front(door), Optional.of(site.tls(Site.CONTROL_ROOM)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (ProductException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private Listener door() {
      EndpointSpec endpoint = site.endpoint(Protocol.MODBUS_TCP);
      Conduit conduit =
          site.plant().conduits().stream()
              .filter(c -> c.id().value().equals("site-to-cell-1"))
              .findFirst()
              .orElseThrow();
      return new Listener(
          "control-room",
          conduit,
          site.controller(),
          endpoint,
          site.fabric().front(conduit.id(), site.controller().id(), endpoint.port()),
          server.address());
    }

    private void enterControlRoom() {
      site.services()
          .directory()
          .put(
              new Directory.Entry(
                  "spiffe://" + site.plant().id() + "/asset/" + Site.CONTROL_ROOM,
                  Subject.Kind.WORKLOAD,
                  false,
                  Set.of(),
                  "",
                  Site.CONTROL_ROOM));
    }

    @TearDown
    public void close() throws Exception {
      site.close();
    }
  }

  @Benchmark
  public Outcome direct(Conduits bench) {
    return Site.answered(bench.past.perform(bench.read));
  }

  @Benchmark
  public Outcome throughReference(Conduits bench) {
    return Site.answered(bench.through.perform(bench.read));
  }
}
