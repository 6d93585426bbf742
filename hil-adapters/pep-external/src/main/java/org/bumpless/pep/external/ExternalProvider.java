package org.bumpless.pep.external;

import java.util.List;
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
    requireSameNames(sut, external.fronts().keySet(), site.listeners());
    return new ExternalPep(sut.title(), site.listeners(), external.fronts());
  }

  private static void requireSameNames(Sut sut, Set<String> given, List<Listener> listeners)
      throws ProductException {
    Set<String> known = new TreeSet<>();
    listeners.forEach(l -> known.add(l.name()));
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
