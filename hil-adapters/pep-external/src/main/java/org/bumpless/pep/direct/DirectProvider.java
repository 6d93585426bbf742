package org.bumpless.pep.direct;

import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.adapter.pep.RoutingPep;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Sut;

/** Attaches nothing: clients reach the controllers themselves. */
public final class DirectProvider implements PepProvider {
  @Override
  public String id() {
    return "direct";
  }

  @Override
  public Pep create(Sut sut, SitePack site) {
    return new NoProduct();
  }

  private static final class NoProduct extends RoutingPep {
    @Override
    public void start() {
      stands();
    }
  }
}
