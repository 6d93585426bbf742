package org.bumpless.plant.network.netns;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Optional;

/** What tests need that make namespaces. */
final class RealNamespaces {
  private RealNamespaces() {}

  /** Skips the test, and says so, where this host does not allow them; fails in CI. */
  static void require() throws InterruptedException {
    Optional<String> obstacle = NetnsFabric.obstacle();
    if (obstacle.isPresent()) {
      String told = "NOT TESTED, no network namespaces: " + obstacle.get();
      if ("true".equals(System.getenv("CI"))) {
        fail(told);
      }
      abort(told);
    }
  }
}
