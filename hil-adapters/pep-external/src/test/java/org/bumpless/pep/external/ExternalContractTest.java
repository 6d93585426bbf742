package org.bumpless.pep.external;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.testkit.PepContract;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.time.NanoClock;

/** A product that runs already: here, the controllers themselves stand for it. */
class ExternalContractTest extends PepContract {
  @Override
  protected NanoClock clock() {
    return new RealClock();
  }

  @Override
  protected Pep create(TestSite site) throws ProductException {
    Map<String, InetSocketAddress> fronts = new HashMap<>();
    site.listeners().forEach(l -> fronts.put(l.name(), l.upstream()));
    return new ExternalProvider().create(Suts.external(fronts), site.pack());
  }

  @Override
  protected boolean listens() {
    return false;
  }

  /** One of its doors is an address at which nobody listens. */
  @Override
  protected Optional<Pep> createDoomed(TestSite site) throws ProductException {
    Map<String, InetSocketAddress> fronts = new HashMap<>();
    site.listeners().forEach(l -> fronts.put(l.name(), l.upstream()));
    Listener last = site.listeners().getLast();
    fronts.put(last.name(), last.front());
    return Optional.of(new ExternalProvider().create(Suts.external(fronts), site.pack()));
  }
}
