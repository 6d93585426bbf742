package org.bumpless.pdp.cedar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.testkit.StoppedClock;

/** The policy of the reference SUT as it is shipped, whole or in part. */
final class ShippedPolicy {
  static final Path FOLDER = Path.of("..", "..", "scenarios", "suts", "reference");
  static final String FILE = "policies/plant.cedar";

  private ShippedPolicy() {}

  static PolicyDecisionPoint whole() throws ProductException {
    return in(FOLDER);
  }

  /** The policies for which a condition on their text holds. */
  static PolicyDecisionPoint only(Predicate<String> wanted, Path folder)
      throws IOException, ProductException {
    PolicyText text = new PolicyText(Files.readString(FOLDER.resolve(FILE)));
    Files.createDirectories(folder.resolve("policies"));
    Files.writeString(
        folder.resolve(FILE),
        text.parts().stream()
            .map(PolicyText.Part::source)
            .filter(wanted)
            .collect(Collectors.joining()));
    Files.copy(FOLDER.resolve(FILE + "schema"), folder.resolve(FILE + "schema"));
    return in(folder);
  }

  private static PolicyDecisionPoint in(Path folder) throws ProductException {
    return new CedarPdpProvider().create(Map.of("policies", FILE), folder, new StoppedClock());
  }
}
