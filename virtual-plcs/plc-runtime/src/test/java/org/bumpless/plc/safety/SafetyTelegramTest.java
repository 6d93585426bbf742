package org.bumpless.plc.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.SafetyFunction;
import org.bumpless.plant.model.SafetyTags;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.model.Voting;
import org.junit.jupiter.api.Test;

class SafetyTelegramTest {
  private static final AssetId SIS = new AssetId("SIS-1");

  private static SafetyFunction function(AssetId solver) {
    return new SafetyFunction(
        "PSHH-1",
        "Bursts",
        solver,
        List.of("R-1.a", "R-1.b"),
        new SafetyFunction.Range(0, 4_000),
        Voting.ONE_OUT_OF_TWO,
        new SafetyFunction.Trip(SafetyFunction.Trip.Side.ABOVE, 3_000),
        Duration.ZERO,
        List.of(),
        Duration.ZERO,
        Duration.ofSeconds(1));
  }

  private static List<Tag> tags() {
    return SafetyTags.of(
        SIS, List.of(function(new AssetId("SIS-2")), function(SIS)), signal -> "kPa");
  }

  @Test
  void whatAControllerTellsOfItsOwnFunctionsHasNamesAndUnits() {
    assertThat(tags())
        .extracting(tag -> tag.id() + " " + tag.type() + " " + tag.unit())
        .containsExactly(
            "SIS-1.PSHH-1_TRIP BOOL ",
            "SIS-1.PSHH-1_BYPASS BOOL ",
            "SIS-1.PSHH-1_SENSOR1 REAL kPa",
            "SIS-1.PSHH-1_SENSOR2 REAL kPa");
  }

  @Test
  void itComesAsItWasSent() {
    SafetyTelegram sent = new SafetyTelegram(77, List.of(1.0, 0.0, 3_001.5, 12.25));
    SafetyTelegram came = SafetyTelegram.read(sent.write(), 4);
    assertThat(came).isEqualTo(sent);
    assertThat(came.values(tags()))
        .isEqualTo(
            Map.of(
                new TagId(SIS, "PSHH-1_TRIP"), new TagValue.Bool(true),
                new TagId(SIS, "PSHH-1_BYPASS"), new TagValue.Bool(false),
                new TagId(SIS, "PSHH-1_SENSOR1"), new TagValue.Real(3_001.5f),
                new TagId(SIS, "PSHH-1_SENSOR2"), new TagValue.Real(12.25f)));
  }

  @Test
  void oneOfAnotherLengthIsNotTakenForOne() {
    for (int bytes : new int[] {0, 8, 39, 41}) {
      ByteBuffer came = ByteBuffer.allocate(bytes);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SafetyTelegram.read(came, 4))
          .withMessage("a telegram of " + bytes + " bytes; one of 4 tags has 40");
    }
  }
}
