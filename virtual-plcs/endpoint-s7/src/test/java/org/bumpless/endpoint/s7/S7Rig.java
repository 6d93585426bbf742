package org.bumpless.endpoint.s7;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.SocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.Firmware;
import org.bumpless.plant.model.Personality;
import org.bumpless.plant.model.ProgramSpec;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.Protection;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.S7Address;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.passage.Passage;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.plc.protocol.Endpoint;
import org.bumpless.plc.protocol.ProtocolClient;
import org.bumpless.plc.protocol.ServeSettings;
import org.bumpless.plc.scan.BadProgramException;
import org.bumpless.plc.scan.ControlProgram;
import org.bumpless.plc.scan.ControllerProgram;
import org.bumpless.plc.scan.PlantProcess;
import org.bumpless.plc.scan.ProgramLanguage;
import org.bumpless.plc.scan.ScanCycle;
import org.bumpless.plc.scan.ScanEngine;
import org.bumpless.plc.scan.VirtualController;

/** A controller that scans in real time, its S7comm port on loopback, and clients of it. */
public final class S7Rig implements AutoCloseable {
  public static final String PASSWORD = "bumpless-s7";
  public static final AssetId CONTROLLER = new AssetId("LIC-1");
  private static final Duration SCAN = Duration.ofMillis(2);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final Identity NOBODY = nobody();
  private static final TrustBundle NO_TRUST = new TrustBundle(List.of());

  /** S7comm has no security of its own, so nobody looks at this. */
  private static Identity nobody() {
    try {
      TrustManagerFactory trusts =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusts.init((KeyStore) null);
      X509TrustManager trust = (X509TrustManager) trusts.getTrustManagers()[0];
      return new Identity(
          "spiffe://nowhere/nobody",
          KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate(),
          List.of(trust.getAcceptedIssuers()[0]));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private final NanoClock clock = new RealClock();
  private final Queue<Effect> effects = new ConcurrentLinkedQueue<>();
  private final Queue<Served> log = new ConcurrentLinkedQueue<>();
  private final VirtualController controller;
  private final ScanEngine engine;
  private final Endpoint endpoint;

  public S7Rig() throws IOException {
    this(64, Firmware.ANY, Protection.NONE);
  }

  /**
   * @param connectionsMax of the controller's personality
   */
  public S7Rig(int connectionsMax) throws IOException {
    this(connectionsMax, Firmware.ANY, Protection.NONE);
  }

  /**
   * @param firmware of the controller's personality
   */
  public S7Rig(Firmware firmware) throws IOException {
    this(64, firmware, Protection.NONE);
  }

  /**
   * @param protection what the password {@link #PASSWORD} guards
   */
  public S7Rig(Protection protection) throws IOException {
    this(64, Firmware.ANY, protection);
  }

  private S7Rig(int connectionsMax, Firmware firmware, Protection protection) throws IOException {
    Asset.Controller asset = asset(connectionsMax, firmware, protection);
    controller =
        new VirtualController(
            asset,
            new Texts.Program(new ProgramText("first", "first")),
            new Texts(),
            new NoProcess(),
            effects::add,
            clock);
    engine =
        new ScanEngine(
            clock,
            new ScanCycle(clock, new NoProcess(), List.of(controller)),
            nanos -> {},
            Duration.ofMinutes(1));
    endpoint =
        new S7Provider()
            .serve(
                new ServeSettings(
                    asset,
                    asset.endpoints().getFirst(),
                    controller,
                    controller.engineering(),
                    log::add,
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    clock,
                    NOBODY,
                    NO_TRUST,
                    Map.of("anna", PASSWORD)));
  }

  private static Asset.Controller asset(
      int connectionsMax, Firmware firmware, Protection protection) {
    return new Asset.Controller(
        CONTROLLER,
        new ZoneId("cell-1"),
        "Level of tank 1",
        new Personality(
            "s7", "Virtual Works", "6ES7 315-2EH14-0AB0", "3.2.6", false, connectionsMax, firmware),
        new ProgramSpec("first", SCAN, Map.of()),
        List.of(new EndpointSpec(Protocol.S7, 102, 0, protection)),
        List.of(
            tag("PV", TagType.REAL, TagAccess.READ_ONLY, 12.5, "DB1.DBD0"),
            tag("SP", TagType.REAL, TagAccess.READ_WRITE, 50, "DB1.DBD4"),
            tag("MODE", TagType.INT, TagAccess.READ_WRITE, 1, "DB1.DBW8"),
            tag("ESD", TagType.BOOL, TagAccess.READ_WRITE, 0, "DB1.DBX10.0"),
            tag("PUMP", TagType.BOOL, TagAccess.READ_WRITE, 1, "DB1.DBX10.3"),
            tag("FLAG", TagType.BOOL, TagAccess.READ_WRITE, 0, "M10.2"),
            tag("RAW", TagType.INT, TagAccess.READ_ONLY, 4711, "IW0"),
            tag("HIDDEN", TagType.INT, TagAccess.READ_WRITE, 7, "")));
  }

  private static Tag tag(
      String name, TagType type, TagAccess access, double initial, String address) {
    return new Tag(
        new TagId(CONTROLLER, name),
        name,
        type,
        "",
        -40_000,
        40_000,
        access,
        TagValue.of(type, initial),
        Optional.empty(),
        Optional.of(address).filter(a -> !a.isEmpty()).map(a -> S7Address.parse(a, type)));
  }

  public static TagId id(String name) {
    return new TagId(CONTROLLER, name);
  }

  public VirtualController controller() {
    return controller;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /** What has taken hold so far. */
  public List<Effect> effects() throws InterruptedException {
    engine.awaitScans();
    return List.copyOf(effects);
  }

  public TagValue value(String name) throws InterruptedException {
    engine.awaitScans();
    for (int slot = 0; slot < controller.tags().size(); slot++) {
      if (controller.tags().get(slot).id().name().equals(name)) {
        return controller.read(slot);
      }
    }
    throw new IllegalArgumentException(name);
  }

  public List<Served> log() {
    return List.copyOf(log);
  }

  /** Forgets what was served and what took hold. */
  public void forget() {
    log.clear();
    effects.clear();
  }

  public Socket socket() throws IOException {
    Socket socket = new Socket(endpoint.address().getAddress(), endpoint.address().getPort());
    socket.setSoTimeout((int) TIMEOUT.toMillis());
    return socket;
  }

  /** Where the controller listens. */
  public int port() {
    return endpoint.address().getPort();
  }

  public ProtocolClient client() {
    return client(new ClientSettings.Login.Anonymous());
  }

  /** A client of somebody who has that password. */
  public ProtocolClient client(String password) {
    return client(new ClientSettings.Login.UserName("anna", password));
  }

  private ProtocolClient client(ClientSettings.Login login) {
    return new S7Provider()
        .client(
            new ClientSettings(
                controller.asset(),
                controller.asset().endpoints().getFirst(),
                endpoint.address(),
                InetAddress.getLoopbackAddress(),
                SocketFactory.getDefault(),
                Thread.ofPlatform().daemon().factory(),
                Passage.STRAIGHT,
                Optional.empty(),
                new ClientSettings.Application(
                    NOBODY, NO_TRUST, ClientSettings.MessageSecurity.NONE, login),
                clock,
                TIMEOUT));
  }

  @Override
  public void close() {
    endpoint.close();
    engine.close();
  }

  /** A language in which every text but {@code broken} is a program, which does nothing. */
  private static final class Texts implements ProgramLanguage {
    @Override
    public String id() {
      return "texts";
    }

    @Override
    public ControllerProgram compile(ProgramText text) throws BadProgramException {
      if (text.text().equals("broken")) {
        throw new BadProgramException("it is broken", new IllegalStateException());
      }
      return new Program(text);
    }

    record Program(ProgramText text) implements ControllerProgram {
      @Override
      public List<String> inputs() {
        return List.of();
      }

      @Override
      public List<String> outputs() {
        return List.of();
      }

      @Override
      public ControlProgram create(List<Tag> tags) {
        return (image, seconds) -> {};
      }
    }
  }

  private static final class NoProcess implements PlantProcess {
    @Override
    public int index(String name) {
      throw new IllegalArgumentException("no signal " + name);
    }

    @Override
    public double read(int index) {
      return 0;
    }

    @Override
    public void write(int index, double value) {}

    @Override
    public void step(double seconds) {}

    @Override
    public void restore() {}
  }
}
