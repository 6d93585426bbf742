package org.bumpless.plant.engine.boiler;

/** One boiler: actuators, fire and water together. */
final class Boiler {
  /** Length of an internal step. */
  static final long STEP_NANOS = 10_000_000;

  private static final double STEP_S = STEP_NANOS * 1e-9;

  private static final double USUAL_PA = 8.5e6;
  private static final double OUTSIDE_PA = 0.1e6;
  private static final double CELSIUS_K = 273.15;

  /** Through the open valves at 8.5 MPa; what the feed pump builds up. */
  static final double STEAM_MAX_KG_PER_S = 100;

  static final double FEED_MAX_KG_PER_S = 100;
  private static final double PUMP_PA = 12e6;

  private static final double SAFETY_OPENS_PA = 10.2e6;
  private static final double SAFETY_CLOSES_PA = 9.8e6;
  private static final double SAFETY_KG_PER_S = 70;
  private static final double BURST_PA = 15e6;

  private static final double FAN_TIME_CONSTANT_S = 5;

  /** Water goes with the steam from here, and fills the drum to here; m above normal level. */
  private static final double CARRY_FROM_M = 0.3;

  private static final double CARRY_ALL_M = 0.8;
  private static final double FULL_FROM_M = 0.75;
  private static final double FULL_KG_PER_S_PER_M = 4_000;

  /** Tubes of a fired boiler overheat this long below this level. */
  private static final double DRY_BELOW_M = -0.9;

  private static final double DRY_FOR_S = 10;
  private static final double HOT_W = 5e6;

  private final BoilerParameters built;
  private final Drum drum;
  private final Furnace furnace;
  private final double lagShare;
  private final double fanShare;
  private final double strokeShare;
  private BoilerState now = new BoilerState();

  Boiler(BoilerParameters built, SteamTable table) {
    this.built = built;
    drum = new Drum(table);
    furnace = new Furnace(built, STEP_S);
    lagShare = -StrictMath.expm1(-STEP_S / built.valveTimeConstantS());
    fanShare = -StrictMath.expm1(-STEP_S / FAN_TIME_CONSTANT_S);
    strokeShare = STEP_S / built.shutoffStrokeS();
    feedwater(built.feedwaterCelsius());
    boolean lit = built.startLit() >= 0.5;
    balance(lit ? built.startSteamKgPerS() : 0);
    if (lit) {
      fire();
    }
  }

  /** Steady water side at a steam flow. */
  private void balance(double steamKgPerS) {
    double pascal = built.startPressureKpa() * 1_000;
    now.drum()[Drum.PRESSURE] = pascal;
    double steamEnthalpy = drum.properties(now.drum()).steamEnthalpy;
    now.heatW = steamKgPerS * (steamEnthalpy - now.feedwaterJPerKg);
    now.steamKgPerS = steamKgPerS;
    now.feedKgPerS = steamKgPerS;
    drum.boundary(steamKgPerS, now.feedwaterJPerKg, steamKgPerS, 0, now.heatW);
    drum.balance(pascal, now.drum());
    now.steamOpen = steamKgPerS / steamThroughOpenValve(pascal);
    now.feedwaterOpen = steamKgPerS / feedThroughOpenValve(pascal);
    now.steamCommand = now.steamOpen;
    now.feedwaterCommand = now.feedwaterOpen;
  }

  /** Steady fire for the heat that the water takes. */
  private void fire() {
    now.fuelKgPerS = Furnace.fuelFor(now.heatW);
    now.airKgPerS = now.fuelKgPerS * Furnace.AIR_PER_FUEL * Furnace.USUAL_EXCESS;
    now.burntKgPerS = now.fuelKgPerS;
    now.fuelOpen = now.fuelKgPerS / Furnace.FUEL_MAX_KG_PER_S;
    now.damperOpen = now.airKgPerS / Furnace.AIR_MAX_KG_PER_S;
    now.fanSpeed = 1;
    now.shutoffAOpen = 1;
    now.shutoffBOpen = 1;
    now.fuelCommand = now.fuelOpen;
    now.damperCommand = now.damperOpen;
    now.fanCommand = 1;
    now.shutoffACommand = 1;
    now.shutoffBCommand = 1;
    now.lit = true;
    now.flameS = 3_600;
  }

  private static double steamThroughOpenValve(double pascal) {
    return STEAM_MAX_KG_PER_S * Math.max(0, pascal - OUTSIDE_PA) / (USUAL_PA - OUTSIDE_PA);
  }

  private static double feedThroughOpenValve(double pascal) {
    return FEED_MAX_KG_PER_S * Math.sqrt(Math.max(0, PUMP_PA - pascal) / (PUMP_PA - USUAL_PA));
  }

  /** Sets the temperature of the feedwater; its enthalpy is that of water at the boil. */
  void feedwater(double celsius) {
    now.feedwaterCelsius = celsius;
    now.feedwaterJPerKg = Iapws.waterEnthalpy(celsius + CELSIUS_K);
  }

  double usualFeedwaterCelsius() {
    return built.feedwaterCelsius();
  }

  /** Advances by one internal step. */
  void step() {
    moveActuators();
    double through = Math.min(now.shutoffAOpen, now.shutoffBOpen) * now.fuelOpen;
    now.fuelKgPerS = Math.max(Furnace.FUEL_MAX_KG_PER_S * through, now.leakKgPerS);
    now.airKgPerS = Furnace.AIR_MAX_KG_PER_S * now.fanSpeed * now.damperOpen;
    furnace.step(now);
    if (now.burst) {
      return;
    }
    flows();
    drum.boundary(
        now.feedKgPerS,
        now.feedwaterJPerKg,
        now.steamKgPerS + now.safetyKgPerS,
        now.carryKgPerS,
        now.heatW);
    drum.advance(STEP_S, now.drum());
    watch();
  }

  private void moveActuators() {
    now.feedwaterOpen += (now.feedwaterCommand - now.feedwaterOpen) * lagShare;
    now.steamOpen += (now.steamCommand - now.steamOpen) * lagShare;
    now.fuelOpen += (now.fuelCommand - now.fuelOpen) * lagShare;
    now.damperOpen += (now.damperCommand - now.damperOpen) * lagShare;
    now.fanSpeed += (now.fanCommand - now.fanSpeed) * fanShare;
    now.shutoffAOpen = stroke(now.shutoffAOpen, now.shutoffACommand);
    now.shutoffBOpen = stroke(now.shutoffBOpen, now.shutoffBCommand);
  }

  private double stroke(double open, double wanted) {
    return Math.clamp(wanted, open - strokeShare, open + strokeShare);
  }

  private void flows() {
    double pascal = now.drum()[Drum.PRESSURE];
    now.feedKgPerS = feedThroughOpenValve(pascal) * now.feedwaterOpen * now.feedwaterAvailable;
    now.steamKgPerS = steamThroughOpenValve(pascal) * now.steamOpen;
    now.safetyOpen =
        !(now.safetyStuck > 0)
            && (pascal >= SAFETY_OPENS_PA || (now.safetyOpen && pascal > SAFETY_CLOSES_PA));
    now.safetyKgPerS = now.safetyOpen ? SAFETY_KG_PER_S * pascal / SAFETY_OPENS_PA : 0;
    double level = drum.level(now.drum());
    double wet = Math.clamp((level - CARRY_FROM_M) / (CARRY_ALL_M - CARRY_FROM_M), 0, 1);
    now.carryKgPerS =
        now.steamKgPerS * wet + FULL_KG_PER_S_PER_M * Math.max(0, level - FULL_FROM_M);
    now.carriedOverKg += now.carryKgPerS * STEP_S;
  }

  private void watch() {
    boolean dry = drum.level(now.drum()) < DRY_BELOW_M && now.heatW > HOT_W;
    now.lowWaterS = dry ? now.lowWaterS + STEP_S : 0;
    now.tubesDamaged |= now.lowWaterS >= DRY_FOR_S;
    if (now.drum()[Drum.PRESSURE] >= BURST_PA) {
      burst();
    }
  }

  /** The drum is empty and at the pressure outside; only the furnace goes on. */
  private void burst() {
    now.burst = true;
    now.drum()[Drum.PRESSURE] = OUTSIDE_PA;
    now.drum()[Drum.WATER] = Drum.DOWNCOMER_M3 + Drum.RISER_M3;
    now.drum()[Drum.QUALITY] = 0;
    now.drum()[Drum.BUBBLES] = 0;
    now.feedKgPerS = 0;
    now.steamKgPerS = 0;
    now.safetyKgPerS = 0;
    now.carryKgPerS = 0;
  }

  double levelMm() {
    return drum.level(now.drum()) * 1_000;
  }

  double pressureKpa() {
    return now.drum()[Drum.PRESSURE] / 1_000;
  }

  double circulationKgPerS() {
    return drum.downcomerFlow(now.drum());
  }

  Drum drum() {
    return drum;
  }

  BoilerState now() {
    return now;
  }

  void restore(BoilerState earlier) {
    now = earlier.copy();
  }
}
