package org.bumpless.plant.engine.boiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.cost.Allocation;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ProcessSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrumBoilerTest {
  private static Boiler boiler(Map<String, Double> parameters) {
    return new Boiler(
        BoilerParameters.of(new ProcessSpec.Unit(new AssetId("B-1"), parameters)),
        new SteamTable());
  }

  /** The steady state that the model's authors and their readers tabulate for 50.42 kg/s. */
  @Test
  void theBaseCaseOfThePaperIsSteady() {
    Boiler boiler = boiler(Map.of());
    for (int i = 0; i < 100_000; i++) {
      boiler.step();
    }
    double[] drum = boiler.now().drum();
    assertThat(boiler.pressureKpa()).isCloseTo(8_500, within(1e-3));
    assertThat(boiler.levelMm()).isCloseTo(0, within(1e-3));
    assertThat(boiler.now().heatW / 1e6).isCloseTo(85.91, within(0.15));
    assertThat(boiler.circulationKgPerS()).isCloseTo(1_194.5, within(5.0));
    assertThat(drum[Drum.QUALITY]).isCloseTo(0.051, within(0.0005));
    assertThat(drum[Drum.BUBBLES]).isCloseTo(4.9, within(0.05));
    assertThat(drum[Drum.WATER]).isCloseTo(57.1, within(0.2));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 20_250_105})
  void massAndEnergyOfWaterSteamAndMetalAreWhatCrossedTheBoundary(long seed) {
    System.out.println("boiler balances: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    Boiler boiler = boiler(Map.of());
    BoilerState now = boiler.now();
    double mass = mass(boiler);
    double energy = energy(boiler);
    double in = 0;
    double heat = 0;
    double energyIn = 0;
    for (int i = 0; i < 30_000; i++) {
      if (i % 1_000 == 0) {
        now.feedwaterCommand = random.nextDouble(0.2, 0.8);
        now.steamCommand = random.nextDouble(0.2, 0.8);
        now.fuelCommand = random.nextDouble(0.3, 0.7);
        now.damperCommand = now.fuelCommand * 0.8;
        boiler.feedwater(random.nextDouble(150, 260));
      }
      double steamBefore = boiler.drum().properties(now.drum()).steamEnthalpy;
      double waterBefore = boiler.drum().properties(now.drum()).waterEnthalpy;
      boiler.step();
      Saturated after = boiler.drum().properties(now.drum());
      double steam = now.steamKgPerS + now.safetyKgPerS;
      in += now.feedKgPerS * 0.01;
      heat += now.heatW * 0.01;
      mass += (now.feedKgPerS - steam - now.carryKgPerS) * 0.01;
      energy += (now.heatW + now.feedKgPerS * now.feedwaterJPerKg) * 0.01;
      energy -= steam * (steamBefore + after.steamEnthalpy) / 2 * 0.01;
      energy -= now.carryKgPerS * (waterBefore + after.waterEnthalpy) / 2 * 0.01;
      energyIn = heat + in * now.feedwaterJPerKg;
    }
    assertThat(now.lit).isTrue();
    assertThat(mass(boiler)).isCloseTo(mass, within(1e-8 * in));
    assertThat(energy(boiler)).isCloseTo(energy, within(1e-8 * energyIn));
  }

  private static double mass(Boiler boiler) {
    double water = boiler.now().drum()[Drum.WATER];
    Saturated at = boiler.drum().properties(boiler.now().drum());
    return at.waterDensity * water + at.steamDensity * (Drum.TOTAL_M3 - water);
  }

  private static double energy(Boiler boiler) {
    double[] drum = boiler.now().drum();
    double water = drum[Drum.WATER];
    Saturated at = boiler.drum().properties(drum);
    return at.waterDensity * at.waterEnthalpy * water
        + at.steamDensity * at.steamEnthalpy * (Drum.TOTAL_M3 - water)
        - drum[Drum.PRESSURE] * Drum.TOTAL_M3
        + Drum.METAL_KG * Drum.METAL_J_PER_KG_K * at.kelvin;
  }

  @Test
  void theLevelSwellsWhenMoreSteamIsTakenAndFallsOnlyThen() {
    BoilerRig rig = BoilerRig.of(1, Map.of());
    rig.command("steamValve", rig.truth("steamValve") * 1.2);
    double highest = 0;
    double when = 0;
    for (int i = 1; i <= 300; i++) {
      rig.run(1);
      if (rig.truth("level") > highest) {
        highest = rig.truth("level");
        when = i;
      }
    }
    System.out.printf("boiler, 20 %% more steam: swells %.1f mm at %.0f s%n", highest, when);
    assertThat(highest).isBetween(15.0, 150.0);
    assertThat(when).isBetween(5.0, 120.0);
    assertThat(rig.truth("level")).isLessThan(-20);
    assertThat(rig.truth("pressure")).isLessThan(8_500);
  }

  @Test
  void theLevelShrinksWhenColdFeedwaterComesAndRisesOnlyThen() {
    BoilerRig rig = BoilerRig.of(1, Map.of());
    rig.command("feedwaterTemperature", 120);
    rig.command("feedwaterValve", rig.truth("feedwaterValve") * 1.2);
    double lowest = 0;
    double when = 0;
    for (int i = 1; i <= 600; i++) {
      rig.run(1);
      if (rig.truth("level") < lowest) {
        lowest = rig.truth("level");
        when = i;
      }
    }
    System.out.printf("boiler, colder feedwater: shrinks %.1f mm at %.0f s%n", lowest, when);
    assertThat(lowest).isLessThan(-5);
    assertThat(when).isBetween(1.0, 300.0);
    assertThat(rig.truth("level")).isPositive();
  }

  @Test
  void moreFuelRaisesPressureUntilTheSafetyValveLifts() {
    BoilerRig rig = BoilerRig.of(1, Map.of());
    rig.command("steamValve", 0).command("feedwaterValve", 0);
    double highest = 0;
    boolean lifted = false;
    for (int i = 0; i < 300; i++) {
      rig.run(1);
      highest = Math.max(highest, rig.truth("pressure"));
      lifted |= rig.truth("safetyFlow") > 0;
    }
    assertThat(lifted).isTrue();
    assertThat(highest).isBetween(10_190.0, 10_400.0);
    assertThat(rig.truth("burst")).isZero();
  }

  @Test
  void withItsSafetyValveStuckTheDrumBurstsAndStaysBurst() {
    BoilerRig rig = BoilerRig.of(1, Map.of());
    rig.command("steamValve", 0).command("feedwaterValve", 0).command("safetyStuck", 1);
    rig.run(1_200);
    assertThat(rig.truth("burst")).isEqualTo(1);
    assertThat(rig.truth("pressure")).isEqualTo(100);
    assertThat(rig.truth("level")).isLessThan(-1_000);
    rig.command("safetyStuck", 0).run(60);
    assertThat(rig.truth("burst")).isEqualTo(1);
    assertThat(rig.truth("flameA")).isZero();
  }

  @Test
  void withoutFeedwaterTheTubesOverheat() {
    BoilerRig rig = BoilerRig.of(1, Map.of());
    rig.command("feedwaterAvailable", 0);
    rig.run(120);
    assertThat(rig.truth("tubesDamaged")).isZero();
    rig.run(480);
    assertThat(rig.truth("tubesDamaged")).isEqualTo(1);
    assertThat(rig.truth("flameA")).isZero();
  }

  @Test
  void tooMuchFeedwaterIsCarriedIntoTheSteamLine() {
    BoilerRig rig = BoilerRig.of(1, Map.of());
    rig.command("feedwaterValve", 100).run(60);
    assertThat(rig.truth("carriedOver")).isZero();
    rig.run(1_000);
    assertThat(rig.truth("carriedOver")).isGreaterThan(100);
    assertThat(rig.truth("level")).isLessThan(850);
  }

  @Test
  void threeLevelTransmittersFailAndScatterEachByItself() {
    BoilerRig rig = BoilerRig.of(1, Map.of("levelNoiseMm", 2.0));
    rig.command("levelBOffset", 200).command("pressureCOffset", -1e9);
    double squares = 0;
    double product = 0;
    for (int i = 0; i < 10_000; i++) {
      rig.run(0.01);
      double a = rig.measured("levelA") - rig.truth("levelA");
      double b = rig.measured("levelB") - rig.truth("levelB") - 200;
      squares += a * a;
      product += a * b;
    }
    assertThat(Math.sqrt(squares / 10_000)).isCloseTo(2, within(0.1));
    assertThat(Math.abs(product / 10_000)).isLessThan(0.2);
    assertThat(rig.measured("pressureC")).isEqualTo(-0.0125 * 16_000);
  }

  @Test
  void theResultDoesNotDependOnHowTimeIsCut() {
    BoilerRig fine = BoilerRig.of(9, Map.of());
    BoilerRig coarse = BoilerRig.of(9, Map.of());
    BoilerRig odd = BoilerRig.of(9, Map.of());
    for (BoilerRig rig : List.of(fine, coarse, odd)) {
      rig.command("steamValve", 70).command("fuelValve", 60).command("airDamper", 60);
    }
    for (int i = 0; i < 1_000; i++) {
      fine.run(0.01);
    }
    for (int i = 0; i < 10; i++) {
      coarse.run(1);
    }
    for (int i = 0; i < 1_429; i++) {
      odd.run(0.007);
    }
    assertThat(fine.everything()).isEqualTo(coarse.everything()).isEqualTo(odd.everything());
  }

  @Test
  void aRestoredProcessGoesOnExactlyAsItDid() {
    BoilerRig rig = BoilerRig.of(5, Map.of(), "B-0", "B-1");
    rig.command("steamValve", 60).command("fuelLeak", 0.2).run(10.003);
    ProcessModel.Snapshot snapshot = rig.model().snapshot();
    double[] first = rig.run(20.009).everything();
    for (Signal signal : rig.model().signals()) {
      if (signal.direction() != Signal.Direction.MEASURED) {
        rig.model().command(rig.model().index(signal.name()), 37);
      }
    }
    rig.run(900);
    rig.model().restore(snapshot);
    assertThat(rig.run(20.009).everything()).isEqualTo(first);
    assertThatThrownBy(() -> BoilerRig.of(5, Map.of()).model().restore(snapshot))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected one of this process");
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 20_250_106})
  void noCommandWhateverMakesTheTruthLeaveTheRealNumbers(long seed) {
    System.out.println("boiler, any command: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = {Double.NaN, -1e300, 1e300, 0, 1, 50, 100, Double.NEGATIVE_INFINITY};
    for (int round = 0; round < 10; round++) {
      BoilerRig rig = BoilerRig.of(seed, Map.of());
      for (int i = 0; i < 60; i++) {
        for (Signal signal : rig.model().signals()) {
          if (signal.direction() != Signal.Direction.MEASURED && random.nextInt(3) == 0) {
            rig.model()
                .command(rig.model().index(signal.name()), values[random.nextInt(values.length)]);
          }
        }
        rig.run(10);
        for (double value : rig.everything()) {
          assertThat(value).isFinite();
        }
        assertThat(rig.truth("pressure")).isBetween(100.0, 15_000.0);
        assertThat(rig.truth("level")).isBetween(-1_201.0, 800.0);
      }
    }
  }

  @Test
  void whatIsNoNumberClosesAndStops() {
    BoilerRig rig = BoilerRig.of(1, Map.of());
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      for (String command :
          List.of("feedwaterValve", "steamValve", "fuelValve", "airDamper", "fan", "igniter")) {
        rig.command(command, 1).command(command, bad);
        assertThat(rig.truth(command)).describedAs(command).isZero();
      }
      rig.command("shutoffA", bad).command("shutoffB", bad);
      assertThat(rig.truth("shutoffA") + rig.truth("shutoffB")).isZero();
      rig.command("feedwaterTemperature", bad);
      assertThat(rig.truth("feedwaterTemperature")).isEqualTo(241.87);
    }
    rig.command("fuelValve", 1e9);
    assertThat(rig.truth("fuelValve")).isEqualTo(100);
  }

  @Test
  void aStepAllocatesNothing() {
    BoilerRig rig = BoilerRig.of(1, Map.of(), "B-1", "B-2");
    rig.run(200);
    assertThat(Allocation.bytesEachTime(() -> rig.model().step(20))).isZero();
  }

  @Test
  void limitsNameSignalsThatThereAre() {
    ProcessModel model = BoilerRig.of(1, Map.of()).model();
    for (Limit limit : model.limits()) {
      assertThat(limit.margin(model.truth(model.index(limit.signal())))).isPositive();
    }
    assertThatThrownBy(() -> model.command(model.index("B-1.heat"), 1))
        .hasMessageContaining("is measured");
    assertThatThrownBy(() -> model.step(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
