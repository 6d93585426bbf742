package org.bumpless.endpoint.opcua.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, values and units on their way into OPC UA and back. */
class MappingTest {
  private final PlantNamespace namespace = new PlantNamespace(Unsigned.ushort(2));

  @Test
  void aTagsNodeIsItsWrittenNameAndLeadsBack() {
    TagId tag = TagId.parse("LIC-101.SP");
    NodeId node = namespace.tag(tag);
    assertThat(node).isEqualTo(new NodeId(2, "LIC-101.SP"));
    assertThat(namespace.tagOf(node)).contains(tag);
  }

  @Test
  void otherNodesAreNoTags() {
    NodeId controller = namespace.controller(new AssetId("LIC-101"));
    assertThat(namespace.tagOf(controller)).isEmpty();
    assertThat(namespace.tagOf(namespace.property(controller, "Model"))).isEmpty();
    assertThat(namespace.tagOf(namespace.property(namespace.tag(TagId.parse("A.B")), "EURange")))
        .isEmpty();
    assertThat(namespace.tagOf(new NodeId(3, "LIC-101.SP"))).isEmpty();
    assertThat(namespace.tagOf(new NodeId(2, 7))).isEmpty();
    assertThat(namespace.tagOf(new NodeId(2, "a b.c d"))).isEmpty();
  }

  @Test
  void valuesSurviveTheRoundTripBitByBit() {
    for (TagValue value :
        new TagValue[] {
          new TagValue.Bool(true),
          new TagValue.Int(Short.MIN_VALUE),
          new TagValue.Real(-0.0f),
          new TagValue.Real(Float.NaN),
          new TagValue.Real(Float.MIN_VALUE)
        }) {
      assertThat(UaValues.tagValue(UaValues.variant(value))).contains(value);
    }
  }

  @Test
  void valuesOfOtherTypesAreNone() {
    assertThat(UaValues.tagValue(Variant.NULL_VALUE)).isEmpty();
    assertThat(UaValues.tagValue(Variant.ofDouble(1))).isEmpty();
    assertThat(UaValues.tagValue(Variant.ofInt32(1))).isEmpty();
    assertThat(UaValues.tagValue(Variant.ofString("1"))).isEmpty();
    assertThat(UaValues.tagValue(Variant.ofFloatArray(new Float[] {1f}))).isEmpty();
  }

  @Test
  void everyTypeHasADataTypeOfItsOwn() {
    assertThat(TagType.values())
        .extracting(UaValues::dataType)
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"%, 20529", "s, 5457219", "l/s, 4666673", "m, 5067858", "bar, 4342098"})
  void knownUnitsHaveTheNumberOfTheirUneceCode(String sign, int number) {
    EUInformation unit = EngineeringUnits.of(sign).orElseThrow();
    assertThat(unit.getUnitId()).isEqualTo(number);
    assertThat(unit.getNamespaceUri()).isEqualTo("http://www.opcfoundation.org/UA/units/un/cefact");
    assertThat(unit.getDisplayName().text()).isEqualTo(sign);
  }

  @ParameterizedTest
  @ValueSource(strings = {"furlong", "L/S", "%%"})
  void unknownUnitsAreShownWithoutANumber(String sign) {
    EUInformation unit = EngineeringUnits.of(sign).orElseThrow();
    assertThat(unit.getUnitId()).isEqualTo(-1);
    assertThat(unit.getNamespaceUri()).doesNotContain("opcfoundation");
    assertThat(unit.getDisplayName().text()).isEqualTo(sign);
  }

  @Test
  void noUnitIsNoUnit() {
    assertThat(EngineeringUnits.of("")).isEmpty();
  }
}
