package org.bumpless.scenario.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.sut.SutFile;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.Neighbours;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Plant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MeansTest {
  private static final Path TANK_FARM = Path.of("../plants/tank-farm.yaml");

  private static Plant plant;

  private static Sut sut(String product) throws BadFileException {
    return SutFile.read(Path.of("../suts").resolve(product).resolve("sut.yaml"));
  }

  @BeforeAll
  static void read() throws Exception {
    plant = PlantFile.read(TANK_FARM);
  }

  @Test
  void aDiodeIsSeenAtWorkWhereHostsHaveNetworksOfTheirOwn() throws Exception {
    assertThat(Means.of("netns", plant, sut("reference")))
        .containsExactly(Means.NETNS, Means.DIODE, Means.REAL_TIME);
    assertThat(Means.of("loopback", plant, sut("reference"))).containsExactly(Means.REAL_TIME);
  }

  @Test
  void aPlantWithoutADiodeShowsNone() throws Exception {
    String text = Files.readString(TANK_FARM).replace("enforcement: diode", "enforcement: none");
    Plant without =
        PlantFile.parse(
            "p.yaml", text.getBytes(StandardCharsets.UTF_8), Neighbours.beside(TANK_FARM));

    assertThat(Means.of("netns", without, sut("reference")))
        .containsExactly(Means.NETNS, Means.REAL_TIME);
  }

  @Test
  void thingsCanHappenToAProductInAProcessOfItsOwn() throws Exception {
    assertThat(Means.of("loopback", plant, sut("haproxy-mtls")))
        .containsExactly(Means.REAL_TIME, Means.PROCESS, Means.CLOCK);
    assertThat(Means.of(Means.VIRTUAL, plant, sut("haproxy-mtls"))).isEmpty();
  }

  @Test
  void aContainerHasTheClockOfItsHost() throws Exception {
    assertThat(Means.of("loopback", plant, sut("haproxy-container")))
        .containsExactly(Means.REAL_TIME, Means.PROCESS);
  }

  @Test
  void virtualTimeSaysNothingOfTime() throws Exception {
    assertThat(Means.of(Means.VIRTUAL, plant, sut("reference"))).isEmpty();
  }

  @Test
  void aPlantWithSafetyFunctionsShowsASafetySystem() throws Exception {
    Plant reactor = PlantFile.read(Path.of("../plants/two-phase-reactor.yaml"));
    assertThat(Means.of(Means.VIRTUAL, reactor, sut("reference"))).containsExactly(Means.SIS);
  }
}
