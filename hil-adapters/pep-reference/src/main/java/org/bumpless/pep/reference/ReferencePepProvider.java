package org.bumpless.pep.reference;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.LogicalPep;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.pep.reference.logical.LogicalReference;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.time.NanoClock;

/**
 * Attaches the reference enforcement point: {@code deployment: builtin}, {@code builtin:
 * reference}.
 */
public final class ReferencePepProvider implements PepProvider {
  @Override
  public String id() {
    return "reference";
  }

  @Override
  public Pep create(Sut sut, SitePack site) throws ProductException {
    return ReferencePep.prepare(sut.settings(), site, UnaryOperator.identity());
  }

  @Override
  public Optional<LogicalPep> logical(
      Sut sut,
      Plant plant,
      PlantServices services,
      Optional<PolicyDecisionPoint> decisions,
      NanoClock clock)
      throws ProductException {
    ReferenceSettings settings = ReferenceSettings.of(sut.settings());
    PolicyDecisionPoint asked =
        decisions.orElseThrow(
            () ->
                new ProductException(
                    ProductException.Cause.BAD_INPUT, "the reference product needs a pdp"));
    return Optional.of(new LogicalReference(settings, plant, services, asked, clock));
  }
}
