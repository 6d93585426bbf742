package org.bumpless.pep.external;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.sut.Access;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;

/** Descriptions of external products. */
final class Suts {
  private Suts() {}

  static Sut external(Map<String, InetSocketAddress> fronts) {
    return external(fronts, new Access.Transparent());
  }

  static Sut external(Map<String, InetSocketAddress> fronts, Access access) {
    return new Sut(
        "gateway",
        "A gateway that runs already",
        "Gateway 7",
        Path.of("suts", "gateway"),
        new Deployment.External(fronts),
        access,
        Set.of(),
        Optional.empty(),
        Map.of());
  }
}
