package org.bumpless.features.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cucumber.java.ParameterType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.features.ClaimOpen;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.model.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private final Words words = new Words();

  @ParameterizedTest(name = "\"{0}\" is {1} in \"{2}\"")
  @CsvSource({
    "62 %, 62, %",
    "0.5, 0.5, ''",
    "-3.25 l/s, -3.25, l/s",
    "2 s, 2, s",
    "on, 1, ''",
    "AUTO, 1, ''",
    "off, 0, ''",
    "MAN, 0, ''",
  })
  void readsQuantities(String text, double number, String unit) {
    assertThat(matches("quantity", text)).isTrue();
    assertThat(words.quantity(text)).isEqualTo(new Quantity(number, unit));
  }

  @ParameterizedTest
  @CsvSource({
    "silent, SILENT",
    "failing, FAILING",
    "gone, GONE",
    "late, LATE",
    "talking nonsense, NONSENSE",
  })
  void readsHowADecisionPointBehaves(String text, DecisionService.Behaviour behaviour) {
    assertThat(matches("behaviour", text)).isTrue();
    assertThat(words.behaviour(text)).isEqualTo(behaviour);
  }

  @ParameterizedTest
  @ValueSource(strings = {"62 °C", "sixty", "62%", "1,5", "", "NaN", "ON", "1e3"})
  void isNoQuantity(String text) {
    assertThat(matches("quantity", text)).isFalse();
  }

  @Test
  void aQuantityBecomesAValueOfTheTagsType() {
    assertThat(Quantity.parse("62 %").of(tag(TagType.REAL, "%"))).isEqualTo(new TagValue.Real(62));
    assertThat(Quantity.parse("62").of(tag(TagType.REAL, "%"))).isEqualTo(new TagValue.Real(62));
    assertThat(Quantity.parse("MAN").of(tag(TagType.INT, "")))
        .isEqualTo(new TagValue.Int((short) 0));
    assertThat(Quantity.parse("on").of(tag(TagType.BOOL, ""))).isEqualTo(new TagValue.Bool(true));
  }

  @Test
  void aQuantityInAnotherUnitIsNotTakenForTheTags() {
    assertThatThrownBy(() -> Quantity.parse("62 %").of(tag(TagType.REAL, "l/s")))
        .isInstanceOf(ClaimOpen.class)
        .hasMessage("LIC-101.SP is in \"l/s\"; the sentence says \"%\"");
  }

  @Test
  void aNumberThatTheTypeCannotHoldIsRefused() {
    assertThatThrownBy(() -> Quantity.parse("1.5").of(tag(TagType.INT, "")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Quantity.parse("40000").of(tag(TagType.INT, "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsNamesOfThePlant() {
    assertThat(words.asset("LIC-101")).isEqualTo(new AssetId("LIC-101"));
    assertThat(words.tag("LIC-101.OUT_MAX"))
        .isEqualTo(new TagId(new AssetId("LIC-101"), "OUT_MAX"));
    assertThat(words.zone("cell-1")).isEqualTo(new ZoneId("cell-1"));
    assertThat(words.protocol("opc-ua")).isEqualTo(Protocol.OPC_UA);
    assertThat(words.person("Anna")).isEqualTo("Anna");
  }

  @ParameterizedTest(name = "{0} \"{1}\": {2}")
  @CsvSource({
    "asset, LIC-101, true",
    "asset, INTRUDER-L4, true",
    "asset, LIC101, false",
    "asset, lic-101, false",
    "asset, LIC-101.SP, false",
    "tag, LIC-101.SP, true",
    "tag, LIC-101.RECIPE_1, true",
    "tag, LIC-101, false",
    "tag, LIC-101.sp, false",
    "person, Anna, true",
    "person, ANNA, false",
    "person, Anna Maria, false",
    "zone, cell-1, true",
    "zone, CELL-1, false",
    "zone, 3rd, false",
    "sif, PSHH-1, true",
    "sif, LSLL-20B, true",
    "sif, pshh-1, false",
    "signal, T-101.level, true",
    "signal, R-1.pressureA, true",
    "signal, LIC-101.SP, false",
    "protocol, modbus-tcp, true",
    "protocol, opc-ua, true",
    "protocol, http, false",
    "plug, SCADA-1, true",
    "plug, the product in cell-1, true",
    "plug, the product, false",
    "plug, cell-1, false",
  })
  void tellsKindsOfWordsApart(String kind, String text, boolean matches) {
    assertThat(matches(kind, text)).isEqualTo(matches);
  }

  @Test
  void everyWordHasItsPattern() {
    assertThat(Arrays.stream(Words.class.getDeclaredMethods()).map(Method::getName))
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                "behaviour",
                "person",
                "asset",
                "tag",
                "quantity",
                "zone",
                "protocol",
                "plug",
                "key",
                "program",
                "sif",
                "signal"));
  }

  private static boolean matches(String kind, String text) {
    return Arrays.stream(Words.class.getDeclaredMethods())
        .filter(m -> m.getName().equals(kind))
        .flatMap(m -> Optional.ofNullable(m.getAnnotation(ParameterType.class)).stream())
        .map(ParameterType::value)
        .anyMatch(p -> Pattern.matches(p, text));
  }

  private static Tag tag(TagType type, String unit) {
    return new Tag(
        TagId.parse("LIC-101.SP"),
        "a tag",
        type,
        unit,
        0,
        100,
        TagAccess.READ_WRITE,
        TagValue.of(type, 0),
        Optional.empty());
  }
}
