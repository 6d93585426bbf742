package org.bumpless.plant.engine.boiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ProcessSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FurnaceTest {
  private static BoilerRig cold() {
    return BoilerRig.of(1, Map.of("startLit", 0.0));
  }

  private static BoilerRig air(BoilerRig rig, double percent) {
    return rig.command("fan", 1).command("airDamper", percent);
  }

  private static BoilerRig fuel(BoilerRig rig, double percent) {
    return rig.command("fuelValve", percent).command("shutoffA", 1).command("shutoffB", 1);
  }

  @Test
  void aLightOffInTheRightOrderBurns() {
    BoilerRig rig = cold();
    air(rig, 30).run(80);
    assertThat(rig.truth("airFlow")).isCloseTo(30, within(0.01));
    rig.command("igniter", 1).run(1.5);
    assertThat(rig.truth("igniterProven")).isEqualTo(1);
    fuel(rig, 12).run(8);
    assertThat(rig.truth("flameA")).isEqualTo(1);
    assertThat(rig.measured("flameA")).isEqualTo(1);
    assertThat(rig.measured("flameB")).isEqualTo(1);
    rig.command("igniter", 0).run(60);
    assertThat(rig.truth("exploded")).isZero();
    assertThat(rig.truth("flameA")).isEqualTo(1);
    assertThat(rig.truth("heat")).isCloseTo(0.12 * 4 * 50 * 0.85, within(0.1));
  }

  @Test
  void fuelThatGatheredUnlitExplodesAtTheSpark() {
    BoilerRig rig = cold();
    fuel(air(rig, 10), 12).run(60);
    assertThat(rig.truth("exploded")).isZero();
    assertThat(rig.truth("unburntFuel")).isGreaterThan(5.1);
    rig.command("igniter", 1).run(1.5);
    assertThat(rig.truth("exploded")).isEqualTo(1);
    rig.command("igniter", 0).run(10);
    rig.command("igniter", 1).run(10);
    assertThat(rig.truth("exploded")).isEqualTo(1);
    assertThat(rig.truth("flameA")).isZero();
  }

  @Test
  void fuelThatLeakedIsSafeAfterAPurgeOfFiveVolumes() {
    BoilerRig rig = cold();
    rig.command("fuelLeak", 0.2).run(120);
    assertThat(rig.truth("unburntFuel")).isCloseTo(24, within(0.5));
    rig.command("fuelLeak", 0);
    BoilerRig hasty = cold();
    hasty.model().restore(rig.model().snapshot());
    hasty.command("igniter", 1).run(2);
    assertThat(hasty.truth("exploded")).isEqualTo(1);
    double fiveVolumesS = 5 * 300 * 1.2 / 30;
    air(rig, 30).run(15 + fiveVolumesS);
    rig.command("igniter", 1).run(2);
    assertThat(rig.truth("exploded")).isZero();
    assertThat(rig.truth("unburntFuel")).isLessThan(0.3);
  }

  @Test
  void aTrialOfTenSecondsWithoutIgnitionIsStillSafe() {
    BoilerRig rig = cold();
    air(rig, 30).run(60);
    fuel(rig, 10).run(10);
    rig.command("shutoffA", 0).run(1);
    rig.command("igniter", 1).run(5);
    assertThat(rig.truth("exploded")).isZero();
  }

  @Test
  void eitherShutOffValveStopsTheFire() {
    for (String valve : new String[] {"shutoffA", "shutoffB"}) {
      BoilerRig rig = BoilerRig.of(1, Map.of());
      rig.command(valve, 0).run(1.01);
      assertThat(rig.truth("fuelFlow")).isZero();
      assertThat(rig.truth("flameA")).isZero();
      assertThat(rig.measured("flameA")).isEqualTo(1);
      rig.run(1);
      assertThat(rig.measured("flameA")).isZero();
      rig.run(60);
      assertThat(rig.truth("heat")).isLessThan(0.1);
      assertThat(rig.truth("exploded")).isZero();
    }
  }

  @Test
  void aFlameThatIsBlownOutLeavesFuelBehindAndARelightExplodesIt() {
    BoilerRig rig = BoilerRig.of(1, Map.of());
    rig.command("flameLoss", 1).run(0.1);
    assertThat(rig.truth("flameA")).isZero();
    rig.command("flameLoss", 0).run(10);
    assertThat(rig.truth("unburntFuel")).isGreaterThan(5.1);
    rig.command("igniter", 1).run(2);
    assertThat(rig.truth("exploded")).isEqualTo(1);
  }

  @Test
  void aFireWithTooLittleAirExplodesWhenTheAirReturns() {
    BoilerRig rig = BoilerRig.of(1, Map.of());
    double damper = rig.truth("airDamper");
    rig.command("airDamper", damper * 0.6).run(30);
    assertThat(rig.truth("flameA")).isEqualTo(1);
    assertThat(rig.truth("exploded")).isZero();
    assertThat(rig.truth("unburntFuel")).isBetween(1.3, 5.0);
    rig.command("airDamper", 100).run(5);
    assertThat(rig.truth("exploded")).isEqualTo(1);
  }

  @Test
  void aFanThatStopsPutsTheFlameOut() {
    BoilerRig rig = BoilerRig.of(1, Map.of());
    rig.command("fan", 0).run(10);
    assertThat(rig.truth("flameA")).isZero();
    assertThat(rig.truth("unburntFuel")).isPositive();
  }

  @Test
  void aScannerMayBeBlindOrSeeGhosts() {
    BoilerRig rig = BoilerRig.of(1, Map.of());
    rig.command("detectorAFault", -1).run(5);
    assertThat(rig.measured("flameA")).isZero();
    assertThat(rig.measured("flameB")).isEqualTo(1);
    rig.command("detectorBFault", 1).command("shutoffA", 0).run(10);
    assertThat(rig.truth("flameB")).isZero();
    assertThat(rig.measured("flameB")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 20_250_107})
  void fuelIsBurntOrFlushedOrStillThere(long seed) {
    System.out.println("furnace balance: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    Boiler boiler =
        new Boiler(
            BoilerParameters.of(new ProcessSpec.Unit(new AssetId("B-1"), Map.of())),
            new SteamTable());
    BoilerState now = boiler.now();
    double in = 0;
    double out = 0;
    for (int i = 0; i < 60_000; i++) {
      if (i % 500 == 0) {
        now.fuelCommand = random.nextDouble(0, 0.6);
        now.damperCommand = random.nextDouble(0, 1);
        now.igniterCommand = random.nextInt(3) == 0 ? 1 : 0;
        now.flameLoss = random.nextInt(8) == 0 ? 1 : 0;
      }
      boiler.step();
      in += now.fuelKgPerS * 0.01;
      out += (now.burntKgPerS + now.flushedKgPerS) * 0.01;
    }
    assertThat(in).isGreaterThan(100);
    assertThat(in - out).isCloseTo(now.unburntKg, within(1e-9 * in));
  }
}
