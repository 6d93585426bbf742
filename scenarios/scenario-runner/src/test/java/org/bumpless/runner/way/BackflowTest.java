package org.bumpless.runner.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.file.Neighbours;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.FabricKind;
import org.bumpless.plant.network.choice.Fabrics;
import org.bumpless.plant.network.netns.NetnsFabric;
import org.bumpless.runner.ThirdParty;
import org.bumpless.scenario.bench.Network.Pushed;
import org.bumpless.scenario.check.PassageCheck;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Data diodes that are one, and what only looks like it. */
@Timeout(60)
class BackflowTest {
  private static final Path TANK_FARM = Path.of("../plants/tank-farm.yaml");

  private static String text;
  private static Plant plant;

  @BeforeAll
  static void read() throws Exception {
    ThirdParty.require(NetnsFabric.obstacle());
    text = Files.readString(TANK_FARM);
    plant = PlantFile.read(TANK_FARM);
  }

  @Test
  void aDiodePassesQuestionsAndNoAnswer() throws Exception {
    List<Pushed> pushed = push(plant);

    assertThat(PassageCheck.oneWay(pushed)).isEqualTo(new Verdict.Pass());
    assertThat(pushed)
        .extracting(p -> p.from() + " " + p.what())
        .contains("REPLICA-1 tcp answer", "REPLICA-1 udp of its own");
    assertThat(pushed).extracting(p -> p.to().value()).contains("SCADA-1", "AGG-1", "HIST-1");
  }

  @Test
  void aGateThatLetsAnswersBackIsNone() throws Exception {
    List<Pushed> pushed = push(with("enforcement: none"));

    assertThat(pushed.stream().filter(Pushed::back).map(Pushed::what).distinct())
        .containsExactlyInAnyOrder("tcp answer", "udp answer");
  }

  @Test
  void aGateThatAlsoLetsQuestionsBackIsNone() throws Exception {
    String back = "  - {id: back, from: records, to: site-ops, enforcement: none}\n";
    List<Pushed> pushed =
        push(parse(text.replace("enforcement: diode}\n", "enforcement: diode}\n" + back)));

    assertThat(pushed.stream().filter(Pushed::back).map(Pushed::what).distinct())
        .contains("tcp of its own", "udp of its own");
  }

  @Test
  void aCutIsNoDiode() throws Exception {
    Plant cut = with("enforcement: pep, budget: *scada");

    assertThat(PassageCheck.oneWay(push(cut))).isInstanceOf(Verdict.Inconclusive.class);
  }

  /** Tries the tank farm's diode where the cables are those of some other plant. */
  private static List<Pushed> push(Plant cables) throws Exception {
    try (Fabric fabric = Fabrics.make(FabricKind.NETNS, cables)) {
      return new Backflow(plant, fabric, new RealClock()).everywhere();
    }
  }

  private static Plant with(String enforcement) throws Exception {
    return parse(text.replace("enforcement: diode", enforcement));
  }

  private static Plant parse(String changed) throws Exception {
    return PlantFile.parse(
        "tank-farm.yaml", changed.getBytes(StandardCharsets.UTF_8), Neighbours.beside(TANK_FARM));
  }
}
