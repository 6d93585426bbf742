package org.bumpless.plant.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Firmware;
import org.bumpless.plant.model.Personality;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownPersonalitiesTest {
  private static final String DECLARED =
      "  - {id: modern, vendor: Bumpless Virtual Works, product: BVW, revision: \"1\","
          + " opcUaNone: false, connectionsMax: 64}";

  @Test
  void theMakesOfBrownfieldPlantsAreKnown() {
    assertThat(KnownPersonalities.all())
        .extracting(Personality::id)
        .containsExactly(
            "siemens-s7-300",
            "siemens-s7-1500",
            "rockwell-controllogix",
            "schneider-m580",
            "openplc");
    Personality small = KnownPersonalities.all().getFirst();
    assertThat(small.firmware().speaks(Protocol.OPC_UA)).isFalse();
    assertThat(small.firmware().takesOrders(new Protocol("s7"))).isTrue();
    assertThat(small.firmware().s7PacketBytes()).isEqualTo(240);
  }

  @Test
  void theirFileHasTheShapeThatAPlantFileMustHave() throws IOException, BadFileException {
    String all = Beside.text("personalities.yaml");
    String entries = all.substring(all.indexOf("  - id:"));

    assertThat(parse(Beside.soundPlant().replace(DECLARED, DECLARED + "\n" + entries))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"schneider-m580, Schneider Electric", "siemens-s7-1500, Original Siemens Equipment"})
  void aPlantNamesThemWithoutDeclaringThem(String id, String vendor)
      throws IOException, BadFileException {
    Asset.Controller controller = parse(named(id)).assets(Asset.Controller.class).getFirst();

    assertThat(controller.personality().vendor()).isEqualTo(vendor);
  }

  @Test
  void oneThatThePlantDeclaresGoesBefore() throws IOException, BadFileException {
    String own = DECLARED.replace("id: modern", "id: schneider-m580");
    String file = named("schneider-m580").replace(DECLARED, own);

    Personality personality = parse(file).assets(Asset.Controller.class).getFirst().personality();

    assertThat(personality.vendor()).isEqualTo("Bumpless Virtual Works");
    assertThat(personality.firmware()).isEqualTo(Firmware.ANY);
  }

  @Test
  void oneThatDoesNotSpeakTheProtocolOfAnEndpointIsRefused() throws IOException {
    assertThat(told(named("siemens-s7-300")))
        .contains(
            "17:18: found personality siemens-s7-300 for a controller with an endpoint in opc-ua;"
                + " expected endpoints in s7 only, or another personality");
  }

  @Test
  void aControllerCannotTakeOneThatDoesNotSpeakItsProtocolsEither() throws IOException {
    String file = Beside.soundPlant().replace("type: loop,", "type: loop, personality: openplc,");

    assertThat(told(file))
        .containsExactly(
            "32:87: found personality openplc for a controller with an endpoint in opc-ua;"
                + " expected endpoints in modbus-tcp, s7 only, or another personality");
  }

  @Test
  void engineeringGoesInOneOfItsProtocols() throws IOException {
    String file =
        Beside.soundPlant()
            .replace(
                "connectionsMax: 64}",
                "connectionsMax: 64, protocols: [modbus-tcp, opc-ua], engineering: [s7]}");

    assertThat(told(file))
        .containsExactly(
            "14:163: found engineering in s7, which is not among its protocols;"
                + " expected protocols that modern speaks");
  }

  @Test
  void aProtocolThatIsNoNameIsToldLikeAnythingElse() throws IOException {
    String file =
        Beside.soundPlant()
            .replace(
                "connectionsMax: 64}", "connectionsMax: 64, protocols: [7 s], engineering: [%]}");

    assertThat(told(file)).isNotEmpty().allMatch(problem -> problem.startsWith("14:"), "line 14");
  }

  @Test
  void anUnknownOneIsToldBesideOtherFaultsOfTheController() throws IOException {
    String file =
        Beside.soundPlant()
            .replace(
                "zone: cell, title: Loop 1, type: loop,",
                "zone: cel, title: Loop 1, type: lop, personality: none,");

    assertThat(told(file))
        .anyMatch(problem -> problem.contains("unknown zone"))
        .anyMatch(problem -> problem.contains("unknown controller type"))
        .anyMatch(problem -> problem.contains("unknown personality"));
  }

  private static List<String> told(String file) {
    BadFileException e = catchThrowableOfType(BadFileException.class, () -> parse(file));
    return e.problems().stream().map(p -> p.toString().replaceFirst("^p.yaml:", "")).toList();
  }

  private static Plant parse(String file) throws BadFileException {
    return PlantFile.parse("p.yaml", file.getBytes(StandardCharsets.UTF_8));
  }

  private static String named(String personality) throws IOException {
    return Beside.soundPlant().replace("personality: modern", "personality: " + personality);
  }
}
