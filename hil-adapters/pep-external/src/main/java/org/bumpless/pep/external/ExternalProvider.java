package org.bumpless.pep.external;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;

/** Attaches a product that runs already: {@code deployment: external}. */
public final class ExternalProvider implements PepProvider {
  @Override
  public String id() {
    return "external";
  }

  @Override
  public Pep create(Sut sut, SitePack site) throws ProductException {
    if (!(sut.deployment() instanceof Deployment.External external)) {
      throw new IllegalArgumentException("not an external product: " + sut.deployment());
    }
    boolean gated = sut.access().gate().isPresent();
    requireSameNames(sut, external.fronts().keySet(), names(site.listeners(), gated));
    Map<String, InetSocketAddress> fronts = new HashMap<>();
    site.listeners().forEach(l -> fronts.put(l.name(), external.fronts().get(name(l, gated))));
    return new ExternalPep(sut, site, fronts);
  }

  /** A gate is named after its conduit, for it leads to all that lies behind. */
  private static String name(Listener listener, boolean gated) {
    return gated ? listener.conduit().id().value() : listener.name();
  }

  private static Set<String> names(List<Listener> listeners, boolean gated) {
    Set<String> names = new TreeSet<>();
    listeners.forEach(l -> names.add(name(l, gated)));
    return names;
  }

  private static void requireSameNames(Sut sut, Set<String> given, Set<String> known)
      throws ProductException {
    Set<String> missing = new TreeSet<>(known);
    missing.removeAll(given);
    Set<String> unknown = new TreeSet<>(given);
    unknown.removeAll(known);
    if (missing.isEmpty() && unknown.isEmpty()) {
      return;
    }
    StringBuilder told =
        new StringBuilder(sut.folder().resolve("sut.yaml").toString()).append(": external.fronts:");
    if (!unknown.isEmpty()) {
      told.append(" found unknown listeners ").append(String.join(", ", unknown)).append(';');
    }
    if (!missing.isEmpty()) {
      told.append(" found no address for ").append(String.join(", ", missing)).append(';');
    }
    told.append(" expected an address for each listener of the site, which are ")
        .append(String.join(", ", known));
    throw new ProductException(ProductException.Cause.BAD_INPUT, told.toString());
  }
}
