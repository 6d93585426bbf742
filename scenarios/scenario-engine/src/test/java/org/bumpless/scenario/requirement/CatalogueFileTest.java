package org.bumpless.scenario.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.bumpless.adapter.sut.Feature;
import org.bumpless.plant.file.BadFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueFileTest {
  private static final String SOUND =
      """
      families:
        IDN: Identity
        ENF: Enforcement
      requirements:
        - id: IDN-01
          text: A certificate that has ended opens nothing.
          source: RFC 5280
          level: core
          feature: mutual-tls
        - id: ENF-05
          text: There is no way around.
          source: IEC 62443-3-3
          level: extended
          measurable: netns
      """;

  @Test
  void readsACatalogue() throws BadFileException {
    Catalogue catalogue = parse(SOUND);

    assertThat(catalogue.families())
        .containsExactly(
            java.util.Map.entry("IDN", "Identity"), java.util.Map.entry("ENF", "Enforcement"));
    assertThat(catalogue.requirements())
        .containsExactly(
            new Requirement(
                "IDN-01",
                "A certificate that has ended opens nothing.",
                "RFC 5280",
                Requirement.Level.CORE,
                Optional.of(Feature.MUTUAL_TLS),
                Optional.empty()),
            new Requirement(
                "ENF-05",
                "There is no way around.",
                "IEC 62443-3-3",
                Requirement.Level.EXTENDED,
                Optional.empty(),
                Optional.of(Means.NETNS)));
    assertThat(catalogue.find("ENF-05")).map(Requirement::family).contains("ENF");
    assertThat(catalogue.find("ENF-06")).isEmpty();
  }

  @Test
  void readsTheShippedOne() throws BadFileException, IOException {
    byte[] shipped = Files.readAllBytes(Path.of("../../features/requirements.yaml"));
    Catalogue catalogue = CatalogueFile.parse("requirements.yaml", shipped);

    assertThat(catalogue.requirements()).hasSizeGreaterThan(30);
    assertThat(catalogue.requirements())
        .extracting(Requirement::family)
        .containsAll(catalogue.families().keySet());
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @MethodSource("faults")
  void isRefused(String replaced, String by, String told) {
    assertThat(SOUND).containsOnlyOnce(replaced);

    BadFileException refusal =
        catchThrowableOfType(BadFileException.class, () -> parse(SOUND.replace(replaced, by)));

    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal).hasMessageContaining("r.yaml:" + told);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(
            "id: ENF-05", "id: IDN-01", "10:9: found a second IDN-01; expected an id of its own"),
        arguments(
            "id: ENF-05",
            "id: REV-05",
            "10:9: found REV-05; expected one of the families [IDN, ENF]"),
        arguments("id: ENF-05", "id: ENF-5", "10:9: found text \"ENF-5\"; expected "),
        arguments(
            "level: extended", "level: most", "13:12: found text \"most\"; expected one of core"),
        arguments("feature: mutual-tls", "feature: magic", "9:14: found "),
        arguments("measurable: netns", "measurable: luck", "14:17: found "),
        arguments("source: RFC 5280", "origin: RFC 5280", "7:5: found unknown key \"origin\""),
        arguments("IDN: Identity", "idn: Identity", "2:3: found "));
  }

  @Test
  void allProblemsAreToldInOneGo() {
    String broken = SOUND.replace("level: core", "level: most").replace("netns", "luck");

    BadFileException refusal = catchThrowableOfType(BadFileException.class, () -> parse(broken));

    assertThat(refusal).isNotNull();
    assertThat(String.valueOf(refusal.getMessage()).lines()).hasSizeGreaterThanOrEqualTo(2);
  }

  private static Catalogue parse(String text) throws BadFileException {
    return CatalogueFile.parse("r.yaml", text.getBytes(StandardCharsets.UTF_8));
  }
}
