package org.bumpless.bridge.plc4x;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.protocol.Endpoint;
import org.bumpless.plc.protocol.ProtocolProvider;
import org.bumpless.plc.protocol.ServeSettings;
import org.bumpless.plc.scan.ControlProgram;
import org.bumpless.plc.scan.ControllerProgram;
import org.bumpless.plc.scan.PlantProcess;
import org.bumpless.plc.scan.ProgramLanguage;
import org.bumpless.plc.scan.ScanCycle;
import org.bumpless.plc.scan.ScanEngine;
import org.bumpless.plc.scan.VirtualController;

/** A controller of the bench that speaks S7comm, in a JVM of its own until its input ends. */
final class S7Plc {
  private S7Plc() {}

  /** Says its port and then each effect. */
  public static void main(String[] arguments) throws Exception {
    NanoClock clock = new RealClock();
    Asset.Controller asset = new Bridges(Path.of(""), "s7://unused").controller();
    VirtualController controller =
        new VirtualController(
            asset,
            new Nothing(new ProgramText("nothing", "")),
            new NoLanguage(),
            new NoProcess(),
            effect -> System.out.println("write " + effect.tag().name() + " " + effect.after()),
            clock);
    ProtocolProvider s7 =
        ServiceLoader.load(ProtocolProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(p -> p.protocol().equals(Protocol.S7))
            .findFirst()
            .orElseThrow();
    Identity nobody = nobody();
    try (ScanEngine _ =
            new ScanEngine(
                clock,
                new ScanCycle(clock, new NoProcess(), List.of(controller)),
                nanos -> {},
                Duration.ofMinutes(1));
        Endpoint endpoint =
            s7.serve(
                new ServeSettings(
                    asset,
                    new EndpointSpec(Protocol.S7, 102, 0),
                    controller,
                    controller.engineering(),
                    request -> {},
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    clock,
                    nobody,
                    new TrustBundle(List.of()),
                    Map.of()))) {
      System.out.println("port " + endpoint.address().getPort());
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
    }
  }

  /** S7comm has no security of its own, so nobody looks at this. */
  private static Identity nobody() throws GeneralSecurityException {
    TrustManagerFactory trusts =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusts.init((KeyStore) null);
    X509TrustManager trust = (X509TrustManager) trusts.getTrustManagers()[0];
    return new Identity(
        "spiffe://nowhere/nobody",
        KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate(),
        List.of(trust.getAcceptedIssuers()[0]));
  }

  private record Nothing(ProgramText text) implements ControllerProgram {
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

  private static final class NoLanguage implements ProgramLanguage {
    @Override
    public String id() {
      return "none";
    }

    @Override
    public ControllerProgram compile(ProgramText text) {
      return new Nothing(text);
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
