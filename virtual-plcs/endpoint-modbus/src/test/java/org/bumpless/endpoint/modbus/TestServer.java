package org.bumpless.endpoint.modbus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.SocketFactory;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.cpu.NoEngineering;
import org.bumpless.plc.passage.Passage;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.plc.protocol.Endpoint;
import org.bumpless.plc.protocol.ProtocolClient;
import org.bumpless.plc.protocol.ProtocolProvider;
import org.bumpless.plc.protocol.ServeSettings;

/** A real server on loopback with a process image and a log of its own. */
public final class TestServer implements AutoCloseable {
  public static final Duration TIMEOUT = Duration.ofSeconds(5);
  public static final NanoClock CLOCK = new RealClock();

  public static final TestIdentities IDENTITIES = TestIdentities.create("plant-ca");

  private final TestTags tags;
  private final Queue<Served> log = new ConcurrentLinkedQueue<>();
  private final ProtocolProvider provider;
  private final Endpoint endpoint;

  public TestServer() throws IOException {
    this(TestPlant.tags());
  }

  public TestServer(List<Tag> model) throws IOException {
    this(model, new ModbusProvider());
  }

  public TestServer(ProtocolProvider provider) throws IOException {
    this(TestPlant.tags(), provider);
  }

  private TestServer(List<Tag> model, ProtocolProvider provider) throws IOException {
    this.provider = provider;
    tags = new TestTags(model);
    endpoint =
        provider.serve(
            new ServeSettings(
                TestPlant.controller(model),
                TestPlant.spec(),
                tags,
                new NoEngineering(),
                log::add,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                CLOCK,
                IDENTITIES.server(),
                IDENTITIES.trust(),
                Map.of()));
  }

  public TestTags tags() {
    return tags;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /** What was served, oldest first. */
  public List<Served> log() {
    return List.copyOf(log);
  }

  /** Lets go what was served so far. */
  public void forget() {
    log.clear();
  }

  /** A raw connection that speaks bytes. */
  public RawPeer peer() throws IOException {
    return new RawPeer(endpoint.address());
  }

  public ProtocolClient client() {
    return client(endpoint.address(), TIMEOUT, Optional.empty());
  }

  /** A client whose own application shows an identity. */
  public ProtocolClient client(Identity shown) {
    Asset.Controller controller = TestPlant.controller(tags.tags());
    return provider.client(
        clientSettings(controller, endpoint.address(), TIMEOUT, Optional.empty(), shown));
  }

  /** A client of this server's controller that dials another place, as through a product. */
  public ProtocolClient client(
      InetSocketAddress dial, Duration timeout, Optional<ClientSettings.Tls> tls) {
    Asset.Controller controller = TestPlant.controller(tags.tags());
    return provider.client(clientSettings(controller, dial, timeout, tls, IDENTITIES.client()));
  }

  @Override
  public void close() {
    endpoint.close();
  }

  private static ClientSettings clientSettings(
      Asset.Controller controller,
      InetSocketAddress dial,
      Duration timeout,
      Optional<ClientSettings.Tls> tls,
      Identity identity) {
    TrustBundle trust = IDENTITIES.trust();
    return new ClientSettings(
        controller,
        TestPlant.spec(),
        dial,
        InetAddress.getLoopbackAddress(),
        SocketFactory.getDefault(),
        Thread.ofPlatform().daemon().factory(),
        Passage.STRAIGHT,
        tls,
        new ClientSettings.Application(
            identity,
            trust,
            ClientSettings.MessageSecurity.NONE,
            new ClientSettings.Login.Anonymous()),
        CLOCK,
        timeout);
  }
}
