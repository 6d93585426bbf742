package org.bumpless.plant.engine.boiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteamTableTest {
  /** IAPWS SR1-86(1992), table 1: figures to check a program by. */
  @ParameterizedTest
  @CsvSource({
    "273.16, 611.657, 44.436693, 999.789, 0.00485426, 0.611786, 2500500",
    "373.1243, 101325, 3616, 958.365, 0.597586, 419050, 2675700"
  })
  void theEquationsGiveTheReleasesOwnFigures(
      double kelvin,
      double pascal,
      double slope,
      double water,
      double steam,
      double waterEnthalpy,
      double steamEnthalpy) {
    assertThat(Iapws.pressure(kelvin)).isCloseTo(pascal, withPercentage(1e-3));
    assertThat(Iapws.pressureSlope(kelvin)).isCloseTo(slope, withPercentage(0.02));
    assertThat(Iapws.waterDensity(kelvin)).isCloseTo(water, withPercentage(1e-3));
    assertThat(Iapws.steamDensity(kelvin)).isCloseTo(steam, withPercentage(1e-3));
    assertThat(Iapws.waterEnthalpy(kelvin)).isCloseTo(waterEnthalpy, within(20.0));
    assertThat(Iapws.steamEnthalpy(kelvin)).isCloseTo(steamEnthalpy, within(100.0));
  }

  @Test
  void theTableFollowsTheEquations() {
    SteamTable table = new SteamTable();
    Saturated found = new Saturated();
    double worst = 0;
    for (double pascal = 0.05e6; pascal < 20e6; pascal *= 1.003) {
      table.at(pascal, found);
      double kelvin = Iapws.temperature(pascal);
      worst = Math.max(worst, Math.abs(found.kelvin / kelvin - 1));
      worst = Math.max(worst, Math.abs(found.waterDensity / Iapws.waterDensity(kelvin) - 1));
      worst = Math.max(worst, Math.abs(found.steamDensity / Iapws.steamDensity(kelvin) - 1));
      worst = Math.max(worst, Math.abs(found.waterEnthalpy / Iapws.waterEnthalpy(kelvin) - 1));
      worst = Math.max(worst, Math.abs(found.steamEnthalpy / Iapws.steamEnthalpy(kelvin) - 1));
    }
    System.out.println("steam table: worst relative error " + worst);
    assertThat(worst).isBetween(1e-12, 1e-6);
  }

  @Test
  void slopesAreThoseOfTheTableItself() {
    SteamTable table = new SteamTable();
    Saturated at = new Saturated();
    Saturated up = new Saturated();
    Saturated down = new Saturated();
    for (double pascal = 0.06e6; pascal < 19e6; pascal *= 1.07) {
      double half = pascal * 1e-5;
      table.at(pascal, at);
      table.at(pascal + half, up);
      table.at(pascal - half, down);
      double span = 2 * half;
      assertThat(at.waterDensitySlope)
          .isCloseTo((up.waterDensity - down.waterDensity) / span, withPercentage(0.01));
      assertThat(at.steamDensitySlope)
          .isCloseTo((up.steamDensity - down.steamDensity) / span, withPercentage(0.01));
      assertThat(at.waterEnthalpySlope)
          .isCloseTo((up.waterEnthalpy - down.waterEnthalpy) / span, withPercentage(0.01));
      assertThat(at.steamEnthalpySlope)
          .isCloseTo((up.steamEnthalpy - down.steamEnthalpy) / span, within(1e-6));
      assertThat(at.kelvinSlope).isCloseTo((up.kelvin - down.kelvin) / span, withPercentage(0.01));
    }
  }
}
