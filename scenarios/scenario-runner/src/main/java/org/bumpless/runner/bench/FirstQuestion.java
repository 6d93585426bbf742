package org.bumpless.runner.bench;

import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Zone;
import org.bumpless.plant.time.NanoClock;

/**
 * What a decision point is asked that runs already, before anything depends on it: whether somebody
 * whom nobody knows may read. Any decision will do.
 */
record FirstQuestion(Plant plant, NanoClock clock) {
  /**
   * Asks.
   *
   * @throws ProductException if there is no decision
   */
  void ask(PolicyDecisionPoint pdp, Sut.PdpChoice choice) throws ProductException {
    Optional<Asset.Controller> controller =
        plant.assets(Asset.Controller.class).stream().findFirst();
    if (controller.isEmpty()) {
      return;
    }
    if (pdp.evaluate(request(controller.get())) instanceof Decision.Indeterminate none) {
      throw new ProductException(
          ProductException.Cause.UNAVAILABLE,
          "the decision point (pdp: %s, settings %s) does not decide: %s; start it, or correct pdp.settings in the sut.yaml"
              .formatted(choice.provider(), choice.settings(), none.cause()));
    }
  }

  private AccessRequest request(Asset.Controller controller) {
    Zone zone = plant.zone(controller.zone()).orElseThrow();
    return new AccessRequest(
        new Subject(
            "spiffe://" + plant.id() + "/bench/first-question",
            Subject.Kind.UNKNOWN,
            false,
            false,
            Set.of(),
            "",
            false),
        AccessRequest.Action.READ,
        new AccessRequest.Resource(controller.id(), zone.level(), zone.target()),
        new AccessRequest.Context(
            clock.instant(),
            protocol(controller),
            Optional.empty(),
            AccessRequest.DeclaredFlow.NONE));
  }

  private static Protocol protocol(Asset.Controller controller) {
    return controller.endpoints().stream()
        .map(endpoint -> endpoint.protocol())
        .findFirst()
        .orElse(Protocol.MODBUS_TCP);
  }
}
