package org.bumpless.bridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.bridge.core.Plan;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.BridgeSpec;
import org.bumpless.plant.model.BridgeSpec.Point;
import org.bumpless.plant.model.BridgeSpec.Role;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person who reads it knows which controller, which tags, which values and where to look. */
class NotBackTest {
  private static final TagId SP = TagId.parse("LIC-1.SP");
  private static final TagId MODE = TagId.parse("LIC-1.MODE");

  @TempDir private Path folder;

  @Test
  void namesControllerTagsValuesPlacesAndTheLog() {
    Map<TagId, Double> open = new LinkedHashMap<>();
    open.put(SP, 50.0);
    open.put(MODE, 1.0);

    assertThat(NotBack.told(plan(), open))
        .isEqualTo(
            "LIC-1 does NOT have back the values that were recorded before the run. By hand, at the controller: set LIC-1.SP to 50.0 (80.0 at holding-register:1:INT), set LIC-1.MODE to 1.0 (coil:7). Nothing else will do it; every write of the bench stands in "
                + plan().journal());
  }

  @Test
  void readsTheLog() throws Exception {
    Files.writeString(
        plan().journal(),
        """
        {"act":"RECORDED","number":0,"tag":"LIC-1.SP","value":50.0}
        {"act":"RECORDED","number":0,"tag":"LIC-1.MODE","value":1.0}
        {"act":"SENDING","number":1,"tag":"LIC-1.SP","value":60.0}
        {"act":"SENDING","number":2,"tag":"LIC-1.MODE","value":0.0}
        {"act":"REVERTED","number":0,"tag":"LIC-1.MODE","value":1.0}
        """);

    assertThat(NotBack.told(plan()).orElseThrow())
        .contains("set LIC-1.SP to 50.0")
        .doesNotContain("LIC-1.MODE");
  }

  @Test
  void saysNothingWhereNothingIsOpen() {
    assertThat(NotBack.told(plan())).isEmpty();
  }

  @Test
  void saysThatTheLogCannotBeRead() throws Exception {
    Files.createDirectory(plan().journal());

    assertThat(NotBack.told(plan()).orElseThrow())
        .startsWith("LIC-1 does NOT have back all values")
        .contains(plan().journal().toString(), "could not be read");
  }

  private Plan plan() {
    Duration second = Duration.ofSeconds(1);
    BridgeSpec spec =
        new BridgeSpec(
            "test",
            "test:double",
            Role.CONTROL,
            List.of(
                new Point(SP, Optional.of("holding-register:1:INT"), 0.5, 10, second, 0, 7),
                new Point(MODE, Optional.of("coil:7"), 1, 0, second, 0, 8)),
            second,
            second,
            second,
            Optional.empty(),
            List.of(),
            false,
            6);
    return new Plan(
        new AssetId("LIC-1"),
        spec,
        List.of(TagType.REAL, TagType.BOOL),
        true,
        folder.resolve("bridge-LIC-1.ndjson"));
  }
}
