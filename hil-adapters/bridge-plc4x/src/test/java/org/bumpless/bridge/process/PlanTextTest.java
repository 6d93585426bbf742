package org.bumpless.bridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bumpless.bridge.core.Plan;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.BridgeSpec;
import org.bumpless.plant.model.BridgeSpec.Point;
import org.bumpless.plant.model.BridgeSpec.Role;
import org.bumpless.plant.model.BridgeSpec.Writable;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.junit.jupiter.api.Test;

/** A plan goes through a pipe and comes out as it went in. */
class PlanTextTest {
  private static final TagId SP = TagId.parse("LIC-1.SP");
  private static final TagId LOCK = TagId.parse("LIC-1.LOCK");

  @Test
  void comesOutAsItWentIn() {
    Plan plan = plan(Optional.of(LOCK));
    assertThat(through(plan)).isEqualTo(plan);
    assertThat(through(plan(Optional.empty()))).isEqualTo(plan(Optional.empty()));
  }

  @Test
  void aPlanThatLacksSomethingIsNone() {
    List<Words> lines = PlanText.write(plan(Optional.empty()));
    assertThatThrownBy(() -> PlanText.read(lines.subList(1, lines.size())))
        .hasMessage("a plan with 0 lines about bridge: expected one");
  }

  private static Plan through(Plan plan) {
    return PlanText.read(
        PlanText.write(plan).stream().map(line -> Words.parse(line.toString())).toList());
  }

  private static Plan plan(Optional<TagId> interlock) {
    return new Plan(
        new AssetId("LIC-1"),
        new BridgeSpec(
            "plc4x",
            "s7://h?a=b&c=d",
            Role.CONTROL,
            List.of(
                new Point(
                    SP, Optional.of("%DB1.DBD4:REAL"), 0.1, -3, Duration.ofMillis(250), 0.5, 7),
                new Point(LOCK, Optional.of("%M0.0:BOOL"), 1, 0, Duration.ofSeconds(1), 0, 8)),
            Duration.ofSeconds(3),
            Duration.ofMillis(700),
            Duration.ofSeconds(5),
            interlock,
            List.of(new Writable(SP, 20, 80, 5, Duration.ofMillis(100))),
            true,
            6),
        List.of(TagType.REAL, TagType.BOOL),
        true,
        Path.of("/runs/a b/log.ndjson"));
  }
}
