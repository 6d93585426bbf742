package org.bumpless.endpoint.opcua.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;
import org.bumpless.endpoint.opcua.OpcUaProvider;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.Personality;
import org.bumpless.plant.model.ProgramSpec;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plc.passage.Passage;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.plc.protocol.ClientSettings.Application;
import org.bumpless.plc.protocol.ClientSettings.Login;
import org.bumpless.plc.protocol.ClientSettings.MessageSecurity;
import org.bumpless.plc.protocol.ClientSettings.Tls;
import org.bumpless.plc.protocol.Endpoint;
import org.bumpless.plc.protocol.ProtocolClient;
import org.bumpless.plc.protocol.ServeSettings;

/** A controller with an OPC UA server, and clients for it. */
public final class Rig implements AutoCloseable {
  public static final Login ENGINEER = new Login.UserName("engineer", "right and long");
  public static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** Made once: RSA keys take long. */
  public record Pki(TestCa ca, TestCa foreign, Identity server, Identity client) {
    public static Pki create() {
      TestCa ca = TestCa.root("Plant CA");
      return new Pki(
          ca,
          TestCa.root("Foreign CA"),
          ca.issue("spiffe://plant/lic-101"),
          ca.issue("spiffe://plant/hmi-1"));
    }
  }

  public final Pki pki;
  public final FakeTags tags;
  public final FakeCpu cpu = new FakeCpu();
  public final TestClock clock = new TestClock();
  public final List<Served> log = new CopyOnWriteArrayList<>();
  public final Asset.Controller controller;
  public final Endpoint endpoint;

  public Rig(OpcUaProvider provider, Pki pki, boolean none, int connectionsMax) {
    this(provider, pki, none, connectionsMax, "LIC-101", freePort());
  }

  public Rig(
      OpcUaProvider provider, Pki pki, boolean none, int connectionsMax, String id, int port) {
    this.pki = pki;
    tags = FakeTags.loop(id);
    controller =
        new Asset.Controller(
            new AssetId(id),
            new ZoneId("cell-1"),
            "Level of tank 101",
            new Personality("lc-20", "Kettle & Sons", "LC-20", "1.4", none, connectionsMax),
            new ProgramSpec("level-loop", Duration.ofMillis(10), Map.of()),
            List.of(new EndpointSpec(Protocol.OPC_UA, port, 0)),
            tags.tags());
    try {
      endpoint =
          provider.serve(
              new ServeSettings(
                  controller,
                  controller.endpoints().getFirst(),
                  tags,
                  cpu,
                  log::add,
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                  clock,
                  pki.server(),
                  pki.ca().trust(),
                  Map.of("engineer", "right and long", "nobody", "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ClientSettings settings(Identity application, MessageSecurity mode, Login login) {
    return settings(endpoint.address(), application, mode, login, Optional.empty(), TIMEOUT);
  }

  public ClientSettings settings(
      InetSocketAddress dial,
      Identity application,
      MessageSecurity mode,
      Login login,
      Optional<Tls> tls,
      Duration timeout) {
    return new ClientSettings(
        controller,
        controller.endpoints().getFirst(),
        dial,
        InetAddress.getLoopbackAddress(),
        SocketFactory.getDefault(),
        Thread.ofPlatform().factory(),
        Passage.STRAIGHT,
        tls,
        new Application(application, pki.ca().trust(), mode, login),
        clock,
        timeout);
  }

  public ProtocolClient client(Identity application, MessageSecurity mode, Login login) {
    return new OpcUaProvider().client(settings(application, mode, login));
  }

  public ProtocolClient client(MessageSecurity mode) {
    return client(pki.client(), mode, ENGINEER);
  }

  @Override
  public void close() {
    endpoint.close();
  }

  public static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
