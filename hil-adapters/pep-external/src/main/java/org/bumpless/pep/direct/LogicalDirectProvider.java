package org.bumpless.pep.direct;

import java.util.Optional;
import org.bumpless.adapter.logical.LogicalPep;
import org.bumpless.adapter.logical.LogicalPepProvider;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.time.NanoClock;

/** No product in virtual time either. */
public final class LogicalDirectProvider implements LogicalPepProvider {
  @Override
  public String id() {
    return "direct";
  }

  @Override
  public LogicalPep create(
      Sut sut,
      Plant plant,
      PlantServices services,
      Optional<PolicyDecisionPoint> decisions,
      NanoClock clock) {
    return LogicalPep.OPEN;
  }
}
