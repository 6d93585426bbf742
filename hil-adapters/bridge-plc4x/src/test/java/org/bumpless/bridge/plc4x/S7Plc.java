package org.bumpless.bridge.plc4x;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plc.cpu.NoEngineering;
import org.bumpless.plc.protocol.Endpoint;
import org.bumpless.plc.protocol.LiveTags;
import org.bumpless.plc.protocol.ProtocolProvider;
import org.bumpless.plc.protocol.ServeSettings;

/**
 * The bench's own S7comm server on a memory and nothing else, in a JVM of its own until its input
 * ends.
 */
final class S7Plc {
  private S7Plc() {}

  /** Says its port and then each write. */
  public static void main(String[] arguments) throws Exception {
    Asset.Controller asset = new Bridges(Path.of(""), "s7://unused").controller();
    ProtocolProvider s7 =
        ServiceLoader.load(ProtocolProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(p -> p.protocol().equals(Protocol.S7))
            .findFirst()
            .orElseThrow();
    try (Endpoint endpoint =
        s7.serve(
            new ServeSettings(
                asset,
                new EndpointSpec(Protocol.S7, 102, 0),
                new Memory(asset.tags()),
                new NoEngineering(),
                request -> {},
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new RealClock(),
                nobody(),
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

  /** Takes every write at once. */
  private static final class Memory implements LiveTags {
    private final List<Tag> tags;
    private final List<TagValue> values;

    Memory(List<Tag> tags) {
      this.tags = tags;
      this.values = new CopyOnWriteArrayList<>(tags.stream().map(Tag::initial).toList());
    }

    @Override
    public List<Tag> tags() {
      return tags;
    }

    @Override
    public TagValue read(int slot) {
      return values.get(slot);
    }

    @Override
    public boolean offer(List<Change> changes) {
      for (Change change : changes) {
        if (!(change instanceof Change.Set(int slot, TagValue value))) {
          throw new IllegalArgumentException("not by S7comm: " + change);
        }
        values.set(slot, value);
        System.out.println("write " + tags.get(slot).id().name() + " " + value);
      }
      return true;
    }
  }
}
