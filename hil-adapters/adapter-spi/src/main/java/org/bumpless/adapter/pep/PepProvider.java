package org.bumpless.adapter.pep;

import java.util.Optional;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.time.NanoClock;

/** One way of attaching a product; found through {@link java.util.ServiceLoader}. */
public interface PepProvider {
  /** As {@link org.bumpless.adapter.sut.Deployment#provider()} names it. */
  String id();

  /**
   * Prepares a product without starting anything.
   *
   * @throws ProductException if the description cannot work on this host
   */
  Pep create(Sut sut, SitePack site) throws ProductException;

  /**
   * The product's form in virtual time; empty if it can only run for real.
   *
   * @param decisions the decision point that {@code sut.yaml} names, if it names one
   * @throws ProductException if the description cannot work
   */
  default Optional<LogicalPep> logical(
      Sut sut,
      Plant plant,
      PlantServices services,
      Optional<PolicyDecisionPoint> decisions,
      NanoClock clock)
      throws ProductException {
    return Optional.empty();
  }
}
