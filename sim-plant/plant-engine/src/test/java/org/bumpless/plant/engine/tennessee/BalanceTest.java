package org.bumpless.plant.engine.tennessee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes in comes out, is stored or reacts, whatever is commanded. */
class BalanceTest {
  private static final int[] VESSELS = {
    StateLayout.REACTOR, StateLayout.SEPARATOR, StateLayout.STRIPPER, StateLayout.FEED_ZONE
  };
  private static final double STEP_H = 1 / 3_600.0;
  private static final int STEPS_MIN = 5_000;

  private Plant plant = Plants.inside(0);

  private double stored(int place) {
    double sum = 0;
    for (int vessel : VESSELS) {
      sum += plant.state[vessel + place];
    }
    return sum;
  }

  /** Lb. */
  private double storedMass() {
    double sum = 0;
    for (int i = 0; i < Species.COUNT; i++) {
      sum += stored(i) * Species.molarMass(i);
    }
    return sum;
  }

  /** Lb-mol/h over the fence of the plant. */
  private double net(int species) {
    Flowsheet all = plant.flowsheet;
    return all.feeds.a.component(species)
        + all.feeds.d.component(species)
        + all.feeds.e.component(species)
        + all.feeds.ac.component(species)
        - all.separator.purge.component(species)
        - all.stripper.product.component(species);
  }

  private double netMass() {
    double sum = 0;
    for (int i = 0; i < Species.COUNT; i++) {
      sum += net(i) * Species.molarMass(i);
    }
    return sum;
  }

  private double netHeat() {
    Flowsheet all = plant.flowsheet;
    return all.feeds.a.heatFlow()
        + all.feeds.d.heatFlow()
        + all.feeds.e.heatFlow()
        + all.feeds.ac.heatFlow()
        - all.separator.purge.heatFlow()
        - all.stripper.product.heatFlow()
        + all.reactor.kinetics.heat
        + all.reactor.heat
        + all.separator.heat
        + all.stripper.heat;
  }

  private void disturb(SplittableRandom random) {
    for (int valve = 0; valve < Valves.COUNT; valve++) {
      plant.valves.command(valve, plant.valves.command(valve) + random.nextDouble(-8, 8));
    }
    plant.disturbances.command(random.nextInt(1, 21), random.nextInt(2));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_250_103})
  void massAndEnergyBalanceWhateverIsCommanded(long seed) {
    System.out.println("Tennessee Eastman balances: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    int steps = 0;
    while (steps < STEPS_MIN) {
      plant = Plants.inside(random.nextLong());
      while (plant.cause() == Shutdown.NONE) {
        if (steps % 60 == 0) {
          disturb(random);
        }
        checkStep();
        steps++;
      }
    }
  }

  private void checkStep() {
    double[] before = new double[Species.COUNT + 1];
    double[] expected = new double[Species.COUNT + 1];
    for (int i = 0; i < Species.COUNT; i++) {
      before[i] = stored(i);
      expected[i] = STEP_H * (net(i) + plant.flowsheet.reactor.kinetics.made[i]);
    }
    before[Species.COUNT] = stored(Species.COUNT);
    expected[Species.COUNT] = STEP_H * netHeat();
    double mass = storedMass();
    double massExpected = STEP_H * netMass();
    plant.advance(1);
    for (int i = 0; i < before.length; i++) {
      assertThat(stored(i) - before[i])
          .as(i < Species.COUNT ? "moles of species " + i : "heat")
          .isCloseTo(expected[i], within(1e-9));
    }
    assertThat(storedMass() - mass).as("mass").isCloseTo(massExpected, within(1e-7));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20_250_104})
  void reactionsMakeNoMassAndLeaveBAlone(long seed) {
    System.out.println("Tennessee Eastman reactions: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    TwoPhase reactor = new Reactor().content;
    Kinetics kinetics = new Kinetics();
    for (int n = 0; n < 1_000; n++) {
      reactor.temperatureC = random.nextDouble(50, 200);
      reactor.vapourFt3 = random.nextDouble(100, 1_000);
      for (int i = 0; i < Species.COUNT; i++) {
        reactor.partial[i] = random.nextDouble(0, 10_000);
      }
      kinetics.evaluate(reactor, random.nextDouble(0.7, 1.3), random.nextDouble(0.7, 1.3));
      double mass = 0;
      double turned = 0;
      for (int i = 0; i < Species.COUNT; i++) {
        mass += kinetics.made[i] * Species.molarMass(i);
        turned += Math.abs(kinetics.made[i]) * Species.molarMass(i);
      }
      assertThat(turned).isPositive();
      assertThat(mass).isCloseTo(0, within(1e-12 * turned));
      assertThat(kinetics.made[Species.B]).isZero();
      assertThat(kinetics.heat).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Species.A, Species.C})
  void withoutAOrCNothingBecomesGOrH(int missing) {
    TwoPhase reactor = new Reactor().content;
    reactor.temperatureC = 120;
    reactor.vapourFt3 = 500;
    for (int i = 0; i < Species.COUNT; i++) {
      reactor.partial[i] = 1_000;
    }
    reactor.partial[missing] = 0;
    Kinetics kinetics = new Kinetics();
    kinetics.evaluate(reactor, 1, 1);
    assertThat(kinetics.made[Species.G]).isZero();
    assertThat(kinetics.made[Species.H]).isZero();
  }
}
