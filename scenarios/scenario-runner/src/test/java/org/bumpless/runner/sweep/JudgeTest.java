package org.bumpless.runner.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Plant;
import org.bumpless.reports.sweep.Extent;
import org.bumpless.reports.sweep.Judgement;
import org.junit.jupiter.api.Test;

/** The tank farm allows 50 ms at the 99.9th percentile before cell 1. */
class JudgeTest {
  private static final double BUDGET_NANOS = 50e6;

  private final Plant plant;

  JudgeTest() throws BadFileException {
    plant = PlantFile.read(Path.of("../plants/tank-farm.yaml"));
  }

  @Test
  void aBudgetAboveWhatIsBorneIsLooser() {
    assertThat(judged("site-to-cell-1", new Extent(BUDGET_NANOS - 1, false)))
        .isEqualTo(Judgement.LOOSER);
    assertThat(judged("site-to-cell-1", Extent.NONE)).isEqualTo(Judgement.LOOSER);
  }

  @Test
  void aBudgetUpToWhatIsBorneIsInside() {
    assertThat(judged("site-to-cell-1", new Extent(BUDGET_NANOS, false)))
        .isEqualTo(Judgement.INSIDE);
    assertThat(judged("site-to-cell-1", new Extent(1, true))).isEqualTo(Judgement.INSIDE);
  }

  @Test
  void whereNoProductStandsThereIsNoBudget() {
    assertThat(judged("supervision-to-cell-1", Extent.NONE)).isEqualTo(Judgement.NO_BUDGET);
  }

  @Test
  void nothingMayStandInWiresWhateverTheyBear() {
    assertThat(judged("wires-1", new Extent(6e10, true))).isEqualTo(Judgement.FORBIDDEN);
  }

  private Judgement judged(String id, Extent delay) {
    Conduit conduit =
        plant.conduits().stream()
            .filter(its -> its.id().value().equals(id))
            .findFirst()
            .orElseThrow();
    return Judge.of(Crossing.of(plant, conduit).getFirst(), conduit, Optional.of(delay));
  }
}
