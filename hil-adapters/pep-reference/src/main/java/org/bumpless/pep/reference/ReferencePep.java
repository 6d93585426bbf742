package org.bumpless.pep.reference;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bumpless.adapter.pdp.PdpProvider;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.pep.reference.decision.Door;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.bumpless.plant.identity.Identity;
import org.jspecify.annotations.Nullable;

/** The reference enforcement point, or a variant of it. */
public final class ReferencePep implements Pep {
  private static final String PDP_PROVIDER = "authzen";

  private final ReferenceSite site;
  private final ReferenceSettings settings;
  private final PdpProvider pdps;
  private final UnaryOperator<ReferenceParts> change;
  private volatile @Nullable Running running;

  /**
   * Prepares the product with the PDP adapter {@code authzen} of the class path.
   *
   * @param settings as {@code sut.yaml} gives them
   * @param change what a variant of the product does to the parts; the identity for the product
   *     itself
   * @throws ProductException if the description cannot work
   */
  public static ReferencePep prepare(
      Map<String, String> settings, SitePack site, UnaryOperator<ReferenceParts> change)
      throws ProductException {
    return prepare(settings, site, change, authzen());
  }

  /** As {@link #prepare(Map, SitePack, UnaryOperator)}, with a given adapter for the PDP. */
  public static ReferencePep prepare(
      Map<String, String> settings,
      SitePack site,
      UnaryOperator<ReferenceParts> change,
      PdpProvider pdps)
      throws ProductException {
    return prepare(
        ReferenceSettings.of(settings, "sut.yaml"), ReferenceSite.of(site), change, pdps);
  }

  /**
   * Prepares the product itself for a site that it knows by itself, with the PDP adapter {@code
   * authzen} of the class path.
   *
   * @throws ProductException if a door is for a protocol that it does not understand, or for a
   *     controller that stands nowhere
   */
  public static ReferencePep prepare(ReferenceSettings settings, ReferenceSite site)
      throws ProductException {
    return prepare(settings, site, UnaryOperator.identity(), authzen());
  }

  private static ReferencePep prepare(
      ReferenceSettings settings,
      ReferenceSite site,
      UnaryOperator<ReferenceParts> change,
      PdpProvider pdps)
      throws ProductException {
    for (Door door : site.doors()) {
      requireUnderstood(site, door);
    }
    return new ReferencePep(site, settings, pdps, change);
  }

  private ReferencePep(
      ReferenceSite site,
      ReferenceSettings settings,
      PdpProvider pdps,
      UnaryOperator<ReferenceParts> change) {
    this.site = site;
    this.settings = settings;
    this.pdps = pdps;
    this.change = change;
  }

  @Override
  public synchronized void start() throws ProductException {
    if (running != null) {
      throw new IllegalStateException("the reference product runs already");
    }
    try {
      running = new Running(site, settings, pdps, change);
    } catch (IOException e) {
      throw new ProductException(
          ProductException.Cause.UNAVAILABLE, "reference product: " + e.getMessage(), e);
    }
  }

  @Override
  public InetSocketAddress front(Listener listener) {
    Running now = running;
    return now == null ? listener.front() : now.front(listener.name()).orElse(listener.front());
  }

  @Override
  public ProductState state() {
    Running now = running;
    if (now == null) {
      return new ProductState.Stopped();
    }
    return now.isAlive()
        ? new ProductState.Running()
        : new ProductState.Exited(1, "it accepts no more connections; see its log");
  }

  @Override
  public boolean renew(Identity identity) throws ProductException {
    Running now = running;
    if (now == null) {
      throw bad("renewal: the reference product does not run");
    }
    try {
      now.renew(identity);
      return true;
    } catch (IllegalStateException e) {
      throw new ProductException(ProductException.Cause.BAD_INPUT, "renewal: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() {
    Running now = running;
    running = null;
    if (now != null) {
      now.close();
    }
  }

  private static void requireUnderstood(ReferenceSite site, Door door) throws ProductException {
    if (!StandardGuards.PROTOCOLS.contains(door.protocol())) {
      throw bad(
          "listener "
              + door.name()
              + ": protocol "
              + door.protocol()
              + ", expected one of "
              + StandardGuards.PROTOCOLS);
    }
    if (site.resources().find(door.asset()).isEmpty()) {
      throw bad(
          "listener "
              + door.name()
              + ": "
              + door.asset()
              + " stands in no zone, expected an asset in a zone of the plant");
    }
  }

  private static PdpProvider authzen() throws ProductException {
    List<PdpProvider> known =
        ServiceLoader.load(PdpProvider.class).stream().map(ServiceLoader.Provider::get).toList();
    return known.stream()
        .filter(provider -> provider.id().equals(PDP_PROVIDER))
        .findFirst()
        .orElseThrow(
            () ->
                new ProductException(
                    ProductException.Cause.UNAVAILABLE,
                    "PDP adapter \""
                        + PDP_PROVIDER
                        + "\" is not on the class path; known: "
                        + known.stream()
                            .map(PdpProvider::id)
                            .collect(Collectors.toCollection(TreeSet::new))));
  }

  private static ProductException bad(String message) {
    return new ProductException(ProductException.Cause.BAD_INPUT, message);
  }
}
