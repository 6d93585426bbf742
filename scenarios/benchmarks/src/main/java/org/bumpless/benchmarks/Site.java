package org.bumpless.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bumpless.adapter.services.CertificateAuthority.SvidRequest;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.endpoint.s7.S7Provider;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.S7Address;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.network.loopback.LoopbackFabric;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.passage.Passage;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.plc.protocol.Endpoint;
import org.bumpless.plc.protocol.ProtocolClient;
import org.bumpless.plc.protocol.ProtocolProvider;
import org.bumpless.plc.protocol.ServeSettings;
import org.bumpless.plc.scan.VirtualController;
import org.bumpless.services.LocalServicesFactory;

/** A controller of the tank farm on its address, with the services of the site around it. */
final class Site {
  static final AssetId CONTROL_ROOM = new AssetId("SCADA-1");
  static final AssetId AGGREGATOR = new AssetId("AGG-1");

  private static final AssetId CONTROLLER = new AssetId("LIC-101");
  private static final Duration LIFE = Duration.ofHours(2);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int TRIES = 20;
  private static final String USER = "bench";
  private static final String LEVEL = "PV";
  private static final int S7_PORT = 102;

  private final Parts parts = new Parts();
  private final NanoClock clock = new RealClock();
  private final Plant plant = Shipped.tankFarm();
  private final Path folder;
  private final Fabric fabric;
  private Optional<PlantServices> services = Optional.empty();

  Site() {
    try {
      folder = Files.createTempDirectory("bumpless-benchmarks");
      parts.add(this::deleteFolder);
      fabric = parts.add(LoopbackFabric.of(plant));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps something that ends with the site. */
  <P extends AutoCloseable> P add(P part) {
    return parts.add(part);
  }

  NanoClock clock() {
    return clock;
  }

  Plant plant() {
    return plant;
  }

  Fabric fabric() {
    return fabric;
  }

  /** The services of the site, started when they are first needed. */
  PlantServices services() {
    if (services.isEmpty()) {
      try {
        services =
            Optional.of(
                parts.add(
                    new LocalServicesFactory()
                        .start(plant.id(), fabric.service("services"), clock)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return services.get();
  }

  /** A folder that is deleted with the site. */
  Path folder() {
    return folder;
  }

  TrustBundle trust() {
    return services().authority().trust();
  }

  /** The controller, which speaks S7comm too: no shipped plant has one that does. */
  Asset.Controller controller() {
    Asset.Controller shipped =
        plant.assets(Asset.Controller.class).stream()
            .filter(c -> c.id().equals(CONTROLLER))
            .findFirst()
            .orElseThrow();
    List<EndpointSpec> endpoints = new ArrayList<>(shipped.endpoints());
    endpoints.add(new EndpointSpec(new S7Provider().protocol(), S7_PORT, 0));
    return new Asset.Controller(
        shipped.id(),
        shipped.zone(),
        shipped.title(),
        shipped.personality(),
        shipped.program(),
        endpoints,
        shipped.tags().stream().map(Site::withS7).toList());
  }

  private static Tag withS7(Tag tag) {
    return tag.id().name().equals(LEVEL)
        ? new Tag(
            tag.id(),
            tag.title(),
            tag.type(),
            tag.unit(),
            tag.low(),
            tag.high(),
            tag.access(),
            tag.initial(),
            tag.modbus(),
            Optional.of(S7Address.parse("DB1.DBD0", tag.type())))
        : tag;
  }

  EndpointSpec endpoint(Protocol protocol) {
    return controller().endpoints().stream()
        .filter(e -> e.protocol().equals(protocol))
        .findFirst()
        .orElseThrow();
  }

  /** The poll of a station. */
  Operation poll(AssetId station) {
    return new Operation.Read(
        plant.flows().stream()
            .filter(f -> f.client().equals(station) && f.server().equals(CONTROLLER))
            .filter(f -> f.period().isPresent())
            .findFirst()
            .map(Flow::tags)
            .orElseThrow());
  }

  /** A read of one tag, which is one Modbus request. */
  Operation readLevel() {
    return new Operation.Read(List.of(new TagId(CONTROLLER, LEVEL)));
  }

  Identity identity(String asset, List<InetAddress> addresses, String applicationUri) {
    Instant now = clock.instant();
    return services()
        .authority()
        .issue(
            new SvidRequest(
                "asset/" + asset,
                asset,
                now.minus(Duration.ofMinutes(1)),
                now.plus(LIFE),
                addresses,
                applicationUri));
  }

  private Identity application(Protocol protocol, String asset, InetAddress address) {
    boolean uri = protocol.equals(Protocol.OPC_UA);
    return identity(asset, List.of(address), uri ? "urn:bumpless:" + asset : "");
  }

  /** Serves the controller's process image, which stands still. */
  Endpoint serve(ProtocolProvider provider) {
    InetSocketAddress bind = fabric.server(CONTROLLER, endpoint(provider.protocol()).port());
    VirtualController image =
        new VirtualController(
            controller(),
            Shipped.program(controller()),
            Shipped.LANGUAGE,
            new LooseWires(),
            effect -> {},
            clock);
    try {
      return parts.add(
          provider.serve(
              new ServeSettings(
                  controller(),
                  endpoint(provider.protocol()),
                  image,
                  image.engineering(),
                  request -> {},
                  bind,
                  clock,
                  application(provider.protocol(), CONTROLLER.value(), bind.getAddress()),
                  trust(),
                  Map.of(USER, USER))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A station's client, connected; it has had an answer. */
  ProtocolClient client(
      ProtocolProvider provider,
      AssetId station,
      InetSocketAddress dial,
      Optional<ClientSettings.Tls> tls) {
    Host host = fabric.host(station);
    ProtocolClient client =
        parts.add(
            provider.client(
                new ClientSettings(
                    controller(),
                    endpoint(provider.protocol()),
                    dial,
                    host.address(),
                    host.sockets(),
                    host.threads("client"),
                    Passage.STRAIGHT,
                    tls,
                    new ClientSettings.Application(
                        application(provider.protocol(), station.value(), host.address()),
                        trust(),
                        ClientSettings.MessageSecurity.SIGN,
                        new ClientSettings.Login.UserName(USER, USER)),
                    clock,
                    TIMEOUT)));
    warm(client, readLevel());
    return client;
  }

  /** The first answers of a product may come too late for its own time limits. */
  private static void warm(ProtocolClient client, Operation read) {
    Outcome outcome = client.perform(read);
    for (int i = 1; i < TRIES && !(outcome instanceof Outcome.Answered); i++) {
      outcome = client.perform(read);
    }
    answered(outcome);
  }

  /** TLS with the station's own certificate. */
  ClientSettings.Tls tls(AssetId station) {
    return new ClientSettings.Tls(
        Optional.of(identity(station.value(), List.of(), "")), trust(), CONTROLLER.value());
  }

  /** The outcome, if it is an answer: no other is worth measuring. */
  static Outcome answered(Outcome outcome) {
    if (outcome instanceof Outcome.Answered) {
      return outcome;
    }
    throw new IllegalStateException("expected an answer, got " + outcome);
  }

  private void deleteFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  void close() throws Exception {
    parts.close();
  }
}
