package org.bumpless.plant.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.ModbusAddress;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.Zone;
import org.bumpless.plant.model.ZoneId;
import org.junit.jupiter.api.Test;

class TankFarmFileTest {
  static final Path TANK_FARM = Path.of("../../scenarios/plants/tank-farm.yaml");

  @Test
  void hasTwentyControllersOnTenMillisecondsEachWiredToItsOwnTank() throws BadFileException {
    List<Asset.Controller> controllers = PlantFile.read(TANK_FARM).assets(Asset.Controller.class);

    assertThat(controllers).hasSize(20);
    assertThat(controllers)
        .allSatisfy(
            c -> {
              assertThat(c.program().scan()).isEqualTo(Duration.ofMillis(10));
              assertThat(c.program().io())
                  .containsEntry("LEVEL", c.id().value().replace("LIC", "T") + ".level");
              assertThat(c.tags()).hasSize(20);
            });
    assertThat(controllers.stream().filter(c -> c.personality().opcUaNone())).hasSize(3);
  }

  @Test
  void everyFlowHasAWayWithAtMostOneEnforcementPoint() throws BadFileException {
    Plant plant = PlantFile.read(TANK_FARM);

    assertThat(plant.flows()).hasSize(5 + 5 + 20 + 4 * 20 + 2);
    assertThat(plant.flows())
        .allSatisfy(
            flow ->
                assertThat(enforced(plant, flow))
                    .as("PEPs on the way of %s", flow)
                    .hasSize(flow.client().value().equals("HMI-1") ? 0 : 1));
  }

  @Test
  void nothingIsEnforcedAtFieldLevel() throws BadFileException {
    Plant plant = PlantFile.read(TANK_FARM);

    List<Zone> field = plant.zones().stream().filter(z -> z.level() == PurdueLevel.L0).toList();
    assertThat(field).hasSize(4);
    assertThat(plant.conduits())
        .filteredOn(c -> field.stream().anyMatch(z -> z.id().equals(c.to())))
        .hasSize(4)
        .allMatch(c -> c.enforcement() == Enforcement.NONE);
  }

  @Test
  void noStationReadsTheRecipe() throws BadFileException {
    Plant plant = PlantFile.read(TANK_FARM);

    Tag recipe = plant.tag(TagId.parse("LIC-405.RECIPE_1")).orElseThrow();
    assertThat(recipe.access()).isEqualTo(TagAccess.READ_WRITE);
    assertThat(recipe.initial().number()).isNotZero();
    assertThat(recipe.modbus())
        .contains(new ModbusAddress(ModbusAddress.Table.HOLDING_REGISTER, 100));
    assertThat(plant.flows())
        .flatExtracting(Flow::tags)
        .noneMatch(tag -> tag.name().startsWith("RECIPE"));
  }

  @Test
  void defaultsReachEveryUnit() throws BadFileException {
    assertThat(PlantFile.read(TANK_FARM).process().units())
        .hasSize(20)
        .allSatisfy(
            unit ->
                assertThat(unit.parameters())
                    .hasSize(8)
                    .containsEntry("areaM2", 0.5)
                    .containsEntry("inflowMaxLps", 80.0));
  }

  @Test
  void cutAnywhereItIsAPlantOrABadFileAndNothingElse() throws IOException {
    byte[] whole = Files.readAllBytes(TANK_FARM);
    int plants = 0;
    for (int i = 0; i <= 200; i++) {
      byte[] cut = Arrays.copyOf(whole, (int) ((long) whole.length * i / 200));
      try {
        assertThat(PlantFile.parse("cut.yaml", cut, Neighbours.beside(TANK_FARM)).zones())
            .isNotEmpty();
        plants++;
      } catch (BadFileException e) {
        assertThat(e.problems()).as("cut after %d bytes", cut.length).isNotEmpty();
      }
    }
    assertThat(plants).as("cuts that leave a plant").isBetween(1, 20);
  }

  @Test
  void withAnyOneLineLostItIsAPlantOrABadFileAndNothingElse() throws IOException {
    List<String> lines = Files.readAllLines(TANK_FARM);
    for (int lost = 0; lost < lines.size(); lost += 3) {
      StringBuilder rest = new StringBuilder();
      for (int i = 0; i < lines.size(); i++) {
        rest.append(i == lost ? "" : lines.get(i) + "\n");
      }
      try {
        assertThat(
                PlantFile.parse(
                    "lost.yaml",
                    rest.toString().getBytes(StandardCharsets.UTF_8),
                    Neighbours.beside(TANK_FARM)))
            .isNotNull();
      } catch (BadFileException e) {
        assertThat(e.problems()).as("without line %d", lost + 1).isNotEmpty();
      }
    }
  }

  private static List<Conduit> enforced(Plant plant, Flow flow) {
    return plant.path(zone(plant, flow.client()), zone(plant, flow.server())).orElseThrow().stream()
        .filter(c -> c.enforcement() == Enforcement.PEP)
        .toList();
  }

  private static ZoneId zone(Plant plant, AssetId asset) {
    return plant.asset(asset).orElseThrow().zone();
  }
}
