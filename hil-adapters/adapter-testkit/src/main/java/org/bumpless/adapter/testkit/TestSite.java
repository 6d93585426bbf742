package org.bumpless.adapter.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.services.CertificateAuthority;
import org.bumpless.adapter.services.CertificateAuthority.SvidRequest;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.time.NanoClock;

/**
 * A site that a product can be attached to, on loopback addresses of its own: {@code 127.B.1} for
 * the plant's services, {@code 127.B.2} for controllers, {@code 127.B.10} and up for the product's
 * doors in each conduit.
 */
public final class TestSite implements AutoCloseable {
  private static final String FILE = "site.yaml";
  private static final int FIRST_BLOCK = 130;
  private static final int LAST_BLOCK = 250;
  private static final int CLAIM_PORT = 40_962;
  private static final int FIRST_CONDUIT = 10;
  private static final Duration LIFE = Duration.ofHours(1);

  private final Path folder;
  private final NanoClock clock;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Map<InetSocketAddress, EchoServer> controllers = new LinkedHashMap<>();
  private final Plant plant;
  private final PlantServices services;
  private final List<Listener> listeners = new ArrayList<>();
  private final Map<Listener, ServerSocket> occupied = new HashMap<>();
  private final Identity product;

  /**
   * Opens a site.
   *
   * @param folder where the product's files go
   * @param clock the machine's
   * @throws IOException if all address blocks are taken by other sites
   */
  public TestSite(Path folder, NanoClock clock) throws IOException {
    this.folder = folder;
    this.clock = clock;
    int block = claim();
    plant = plant();
    services =
        ServiceLoader.load(PlantServices.Factory.class)
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("plant-services must be on the class path"))
            .start(plant.id(), new InetSocketAddress(address(block, 1, 1), 0), clock);
    opened.push(services);
    for (Conduit conduit : plant.conduits()) {
      if (conduit.enforcement() == Enforcement.PEP) {
        addListeners(block, conduit);
      }
    }
    product = identity("asset/pep");
  }

  /** What the product is told. */
  public SitePack pack() {
    return pack(Optional.empty());
  }

  /** What a product is told that asks a decision point. */
  public SitePack pack(Optional<URI> decisionUrl) {
    return new SitePack(
        folder,
        plant,
        listeners,
        Map.of(),
        product,
        services.authority().trust(),
        decisionUrl,
        services.url(),
        clock);
  }

  public PlantServices services() {
    return services;
  }

  public NanoClock clock() {
    return clock;
  }

  public List<Listener> listeners() {
    return List.copyOf(listeners);
  }

  /** The listener of a name, for example {@code control-to-cell_LIC-1_opc-ua}. */
  public Listener listener(String name) {
    return listeners.stream()
        .filter(l -> l.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no listener " + name));
  }

  /** The controller behind a listener. */
  public EchoServer controller(Listener listener) {
    EchoServer controller = controllers.get(listener.upstream());
    if (controller == null) {
      throw new IllegalArgumentException("no controller at " + listener.upstream());
    }
    return controller;
  }

  /** A certificate of the plant CA that is valid now, for example for {@code person/anna}. */
  public Identity identity(String path) {
    Instant now = clock.instant();
    return identity(services.authority(), path, now.minusSeconds(60), now.plus(LIFE));
  }

  /** A certificate of an authority that bears the plant CA's name and is another one. */
  public Identity foreignIdentity(String path) {
    Instant now = clock.instant();
    return identity(services.foreignAuthority(), path, now.minusSeconds(60), now.plus(LIFE));
  }

  /** A certificate of the plant CA that ended some time ago. */
  public Identity endedIdentity(String path, Duration ago) {
    Instant end = clock.instant().minus(ago);
    return identity(services.authority(), path, end.minus(LIFE), end);
  }

  /** Takes a product's door away, until it is freed or the site is closed. */
  public void occupy(Listener listener) throws IOException {
    ServerSocket socket = new ServerSocket();
    occupied.put(listener, socket);
    socket.bind(listener.front());
  }

  /** Whether a product's door has been taken away. */
  public boolean isOccupied(Listener listener) {
    return occupied.containsKey(listener);
  }

  /** Gives all doors back. */
  public void freeAll() {
    for (ServerSocket socket : occupied.values()) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    occupied.clear();
  }

  @Override
  public void close() {
    freeAll();
    IllegalStateException failure = null;
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        failure = new IllegalStateException("the site does not close: " + e, e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static Identity identity(
      CertificateAuthority authority, String path, Instant notBefore, Instant notAfter) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return authority.issue(new SvidRequest(path, name, notBefore, notAfter, List.of(), ""));
  }

  private void addListeners(int block, Conduit conduit) throws IOException {
    int conduitNumber = FIRST_CONDUIT + plant.conduits().indexOf(conduit);
    int host = 0;
    for (Asset.Controller server : plant.assets(Asset.Controller.class)) {
      host++;
      for (EndpointSpec endpoint : server.endpoints()) {
        InetSocketAddress upstream =
            new InetSocketAddress(address(block, 2, host), endpoint.port());
        if (!controllers.containsKey(upstream)) {
          EchoServer controller = new EchoServer(upstream);
          opened.push(controller);
          controllers.put(upstream, controller);
        }
        listeners.add(
            new Listener(
                conduit.id() + "_" + server.id() + "_" + endpoint.protocol(),
                conduit,
                server,
                endpoint,
                new InetSocketAddress(address(block, conduitNumber, host), endpoint.port()),
                upstream));
      }
    }
  }

  private int claim() throws IOException {
    for (int block = FIRST_BLOCK; block <= LAST_BLOCK; block++) {
      ServerSocket claim = new ServerSocket();
      try {
        claim.bind(new InetSocketAddress(address(block, 0, 1), CLAIM_PORT));
        opened.push(claim);
        return block;
      } catch (IOException taken) {
        claim.close();
      }
    }
    throw new IOException("no block of loopback addresses is free for a test site");
  }

  private static Plant plant() throws IOException {
    try (InputStream in = TestSite.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      return PlantFile.parse(FILE, in.readAllBytes());
    } catch (BadFileException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InetAddress address(int block, int third, int last) {
    try {
      return InetAddress.getByAddress(new byte[] {127, (byte) block, (byte) third, (byte) last});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
