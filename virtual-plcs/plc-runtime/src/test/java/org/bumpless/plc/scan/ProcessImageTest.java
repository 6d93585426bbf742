package org.bumpless.plc.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.bumpless.plant.engine.cost.Allocation;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessImageTest {
  private final ProcessImage image =
      new ProcessImage(List.of(tag("LEVEL", TagType.REAL), tag("MODE", TagType.INT)));

  private static Tag tag(String name, TagType type) {
    return new Tag(
        new TagId(new AssetId("PLC-1"), name),
        name,
        type,
        "",
        -100,
        100,
        TagAccess.READ_WRITE,
        TagValue.of(type, 0),
        Optional.empty());
  }

  @Test
  void theNetworkSeesWhatWasPublished() {
    image.set(0, 1.5);
    image.set(1, 3);
    assertThat(image.read(0)).isEqualTo(new TagValue.Real(0));

    image.publish();
    image.set(1, 4);

    assertThat(image.read(0)).isEqualTo(new TagValue.Real(1.5f));
    assertThat(image.read(1)).isEqualTo(new TagValue.Int((short) 3));
    image.publish();
    assertThat(image.read(1)).isEqualTo(new TagValue.Int((short) 4));
  }

  @Test
  void whatChangedAndChangedBackIsAsItWas() {
    image.set(1, 3);
    image.set(1, 0);
    image.publish();

    assertThat(image.read(1)).isEqualTo(new TagValue.Int((short) 0));
  }

  @Test
  void afterARestoreTheInitialValuesArePublished() {
    image.set(1, 3);
    image.publish();
    image.restore();
    assertThat(image.read(1)).isEqualTo(new TagValue.Int((short) 0));

    image.set(1, 3);
    image.publish();
    assertThat(image.read(1)).isEqualTo(new TagValue.Int((short) 3));
  }

  @Test
  void theProgramFindsTheVeryNumberThatItLeft() {
    image.set(0, -0.0);

    assertThat(1 / image.get(0)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void whatHasNotChangedCostsNothingToPublish() {
    image.set(0, 1.5);
    image.publish();

    assertThat(
            Allocation.bytesEachTime(
                () -> {
                  image.set(0, 1.5);
                  image.publish();
                }))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 32_768, -32_769, 65_537, 0x1p32, 1e300, Double.NEGATIVE_INFINITY})
  void anIntTakesWhatItCanHold(double value) {
    image.set(1, -32_768);
    image.set(1, 32_767);

    assertThatThrownBy(() -> image.set(1, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("PLC-1.MODE is INT and cannot take " + value);
    assertThatThrownBy(() -> image.set(1, Double.NaN)).isInstanceOf(RuntimeException.class);
    assertThat(image.get(1)).isEqualTo(32_767);
  }
}
