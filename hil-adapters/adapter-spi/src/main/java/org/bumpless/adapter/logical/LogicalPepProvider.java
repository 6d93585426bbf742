package org.bumpless.adapter.logical;

import java.util.Optional;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.time.NanoClock;

/** A product that has a form in virtual time; found through {@link java.util.ServiceLoader}. */
public interface LogicalPepProvider {
  /** As {@link org.bumpless.adapter.sut.Deployment#provider()} names the product. */
  String id();

  /**
   * The product, ready.
   *
   * @param decisions the decision point that {@code sut.yaml} names, if it names one
   * @throws ProductException if the description cannot work
   */
  LogicalPep create(
      Sut sut,
      Plant plant,
      PlantServices services,
      Optional<PolicyDecisionPoint> decisions,
      NanoClock clock)
      throws ProductException;
}
