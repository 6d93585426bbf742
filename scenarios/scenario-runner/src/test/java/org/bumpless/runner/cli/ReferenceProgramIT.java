package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.bumpless.runner.ThirdParty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reference enforcement point as a program and as a container gets what it gets inside the
 * bench. A few scenarios of each kind: what it does is tried in full inside the bench.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceProgramIT {
  private static final String SOME =
      "@DEC-01 or @DEC-04 or @ENF-01 or @ENF-07 or @IDN-05 or @REV-01 or @RES-01 or @MNT-01";

  @TempDir private Path out;

  @Test
  void asAProgramItGetsWhatItGetsInsideTheBench() throws IOException {
    assertSame("reference-process");
  }

  @Test
  void asAContainerItGetsWhatItGetsInsideTheBench() throws IOException {
    ThirdParty.require("podman", "podman");
    ThirdParty.require("runc", "runc");
    assertSame("reference-container");
  }

  private void assertSame(String product) throws IOException {
    Ran inside = run("reference", product + "-inside");
    Ran outside = run(product, product);

    assertThat(outside.scenarios()).hasSizeGreaterThanOrEqualTo(8).allSatisfy(Ran::isNotBroken);
    assertThat(standings(outside)).isEqualTo(standings(inside));
  }

  private Ran run(String product, String folder) throws IOException {
    return Ran.of(
        Ran.shipped(product), SOME, "standard", Files.createDirectories(out.resolve(folder)));
  }

  private static Map<String, String> standings(Ran ran) {
    Map<String, String> standings = new TreeMap<>();
    for (JsonNode scenario : ran.scenarios()) {
      standings.put(scenario.path("name").asText(), Ran.standing(scenario));
    }
    return standings;
  }
}
