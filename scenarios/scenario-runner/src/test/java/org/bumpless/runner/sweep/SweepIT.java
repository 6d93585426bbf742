package org.bumpless.runner.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Plant;
import org.bumpless.reports.sweep.Extent;
import org.bumpless.reports.sweep.Judgement;
import org.bumpless.reports.sweep.SweepFinding;
import org.bumpless.reports.sweep.SweepJson;
import org.bumpless.reports.sweep.SweepReport;
import org.bumpless.reports.sweep.SweepWords;
import org.junit.jupiter.api.Test;

/** Sweeps of shipped plants. */
class SweepIT {
  private static final long SEED = 1;
  private static final double MILLI = 1e6;

  @Test
  void theWiresOfAServoBearMoreThanHalfAMillisecondThereAndBackAndLessThanTen()
      throws BadFileException {
    Plant plant = plant("servo-axis");

    SweepFinding axis = new Sweep(plant, SEED).of(conduit(plant, "wires-1")).getFirst();

    Extent delay = axis.delay().orElseThrow();
    assertThat(delay.open()).isFalse();
    assertThat(2 * delay.largest()).isBetween(0.5 * MILLI, 10 * MILLI);
    assertThat(axis.judgement()).isEqualTo(Judgement.FORBIDDEN);
    assertThat(axis.curve())
        .anySatisfy(
            point -> {
              assertThat(point.kept()).isFalse();
              assertThat(point.why()).isEqualTo("AX-1.driveFault trips");
            });
  }

  @Test
  void aBudgetThatIsLooserThanTheProcessIsWarnedOf() throws BadFileException {
    Plant plant = plant("tank-farm");
    Conduit shipped = conduit(plant, "site-to-cell-1");
    Conduit loose = allowing(shipped, Duration.ofSeconds(20));

    SweepReport inside = report(plant, shipped);
    SweepReport looser = report(plant, loose);

    assertThat(inside.looser()).isFalse();
    assertThat(SweepWords.warnings(inside)).isEmpty();
    assertThat(inside.findings())
        .singleElement()
        .satisfies(
            its -> {
              assertThat(its.loop()).isEqualTo("LIC-101");
              assertThat(its.tried()).isEqualTo("T-101.valve commanded to 100");
              assertThat(its.delay().orElseThrow().largest()).isBetween(2e9, 15e9);
            });
    assertThat(looser.looser()).isTrue();
    assertThat(SweepWords.warnings(looser))
        .singleElement()
        .asString()
        .startsWith("site-to-cell-1: the plant file allows 20.0 s at p99.9; LIC-101 bears ");
  }

  @Test
  void twoSweepsWithOneSeedAreTheSameToTheLastByte() throws BadFileException {
    Plant plant = plant("tank-farm");
    Conduit conduit = conduit(plant, "site-to-cell-1");

    assertThat(SweepJson.bytes(report(plant, conduit)))
        .isEqualTo(SweepJson.bytes(report(plant, conduit)));
  }

  @Test
  void aConduitOfDataOnlyHasNothingToDoWithTheProcess() throws BadFileException {
    Plant plant = plant("tank-farm");
    assertThat(new Sweep(plant, SEED).of(conduit(plant, "site-to-records"))).isEmpty();
  }

  private static SweepReport report(Plant plant, Conduit conduit) {
    return new SweepReport(
        plant.id(),
        plant.title(),
        SEED,
        List.of(conduit.id().value()),
        List.of(),
        new Sweep(with(plant, conduit), SEED).of(conduit));
  }

  private static Plant with(Plant plant, Conduit changed) {
    return new Plant(
        plant.id(),
        plant.title(),
        plant.zones(),
        plant.conduits().stream().map(c -> c.id().equals(changed.id()) ? changed : c).toList(),
        plant.assets(),
        plant.flows(),
        plant.process(),
        plant.safetyFunctions(),
        plant.programs());
  }

  private static Conduit allowing(Conduit conduit, Duration added) {
    Budget budget = conduit.budget();
    return new Conduit(
        conduit.id(),
        conduit.from(),
        conduit.to(),
        conduit.enforcement(),
        new Budget(budget.addedP50Max(), added, budget.setupMax(), budget.revokeMax()));
  }

  private static Conduit conduit(Plant plant, String id) {
    return plant.conduits().stream()
        .filter(its -> its.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Plant plant(String name) throws BadFileException {
    return PlantFile.read(Path.of("../plants/" + name + ".yaml"));
  }
}
