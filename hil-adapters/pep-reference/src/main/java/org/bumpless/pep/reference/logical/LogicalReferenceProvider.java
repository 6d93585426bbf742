package org.bumpless.pep.reference.logical;

import java.util.Optional;
import org.bumpless.adapter.logical.LogicalPep;
import org.bumpless.adapter.logical.LogicalPepProvider;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.pep.reference.ReferenceSettings;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.time.NanoClock;

/** The reference product in virtual time. */
public final class LogicalReferenceProvider implements LogicalPepProvider {
  @Override
  public String id() {
    return "reference";
  }

  @Override
  public LogicalPep create(
      Sut sut,
      Plant plant,
      PlantServices services,
      Optional<PolicyDecisionPoint> decisions,
      NanoClock clock)
      throws ProductException {
    ReferenceSettings settings = ReferenceSettings.of(sut.settings(), "sut.yaml");
    PolicyDecisionPoint asked =
        decisions.orElseThrow(
            () ->
                new ProductException(
                    ProductException.Cause.BAD_INPUT,
                    sut.id() + ": found no pdp; the reference product asks one"));
    return new LogicalReference(settings, plant, services, asked, clock);
  }
}
