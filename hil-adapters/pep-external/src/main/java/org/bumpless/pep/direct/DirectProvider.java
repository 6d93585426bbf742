package org.bumpless.pep.direct;

import java.util.Optional;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.LogicalPep;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.adapter.pep.RoutingPep;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.time.NanoClock;

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

  @Override
  public Optional<LogicalPep> logical(
      Sut sut,
      Plant plant,
      PlantServices services,
      Optional<PolicyDecisionPoint> decisions,
      NanoClock clock) {
    return Optional.of(LogicalPep.OPEN);
  }

  private static final class NoProduct extends RoutingPep {
    @Override
    public void start() {
      stands();
    }
  }
}
