package org.bumpless.features.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.sut.Access;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Failure;
import org.bumpless.adapter.sut.Feature;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.testkit.HandWrittenPdp;

/** What a product says of itself in its {@code sut.yaml}, as a test wants it. */
final class FakeSut {
  private Set<Feature> features = Set.of(Feature.values());
  private Failure failure = Failure.CLOSED;
  private Optional<PolicyDecisionPoint> decisionPoint = Optional.of(new HandWrittenPdp());

  void features(Set<Feature> declared) {
    features = declared;
  }

  void failure(Failure declared) {
    failure = declared;
  }

  void decisionPoint(Optional<PolicyDecisionPoint> of) {
    decisionPoint = of;
  }

  Optional<PolicyDecisionPoint> decisionPoint() {
    return decisionPoint;
  }

  Sut read() {
    return new Sut(
        "fake",
        "A fake product",
        "a fake",
        Path.of("."),
        new Deployment.Process(
            Map.of(),
            List.of(),
            new Deployment.Readiness(Duration.ofSeconds(1)),
            new Deployment.Need("fake", "nothing"),
            Optional.empty(),
            Duration.ofSeconds(1),
            Optional.empty()),
        new Access.Tls(),
        features,
        decisionPoint.map(_ -> new Sut.PdpChoice("hand-written", Map.of())),
        Map.of(),
        failure);
  }
}
