package org.bumpless.plant.engine.reactor;

/**
 * One reactor: hold-ups in kmol, flows in kmol/h, pressures absolute. Equations and constants of
 * Ricker (1993), see the package.
 */
final class Reactor {
  /** Length of an internal step. */
  static final long STEP_NANOS = 10_000_000;

  private static final double STEP_S = STEP_NANOS * 1e-9;
  private static final double SECONDS_PER_HOUR = 3_600;

  private static final double VESSEL_M3 = 122;
  private static final double LIQUID_FULL_M3 = 30;
  private static final double LIQUID_KMOL_PER_M3 = 8.3;

  /** Gas constant, kJ/(kmol K), times the temperature that the reactor is held at, 373 K. */
  private static final double GAS_KJ_PER_KMOL = 8.314 * 373;

  private static final double START_LIQUID_KMOL = 110;

  /** Pressure behind the valves, and of a burst vessel. */
  private static final double OUTSIDE_KPA = 100;

  /** Flow per % of valve; for purge and product also per root of kPa. */
  private static final double FEED1_PER_PERCENT = 3.3046;

  private static final double FEED2_PER_PERCENT = 0.2246;
  private static final double PURGE_PER_PERCENT = 0.00352;
  private static final double PRODUCT_PER_PERCENT = 0.0417;

  /** Rate of A + C to D in kmol/h from partial pressures in kPa: factor and exponents. */
  private static final double RATE_FACTOR = 0.00117;

  private static final double EXPONENT_A = 1.2;
  private static final double EXPONENT_C = 0.4;

  /** Shares of A and B in feed 1; the rest is C. */
  private static final double FEED1_A = 0.485;

  private static final double FEED1_B = 0.005;

  private final ReactorParameters built;
  private final double stepHours;
  private final double lagShare;
  private final double strokeShare;
  private final double reliefFactor;
  private ReactorState now = new ReactorState();

  /** A reactor in balance at the product rate, pressure and share of A that it is to start with. */
  Reactor(ReactorParameters built) {
    this.built = built;
    stepHours = STEP_S / SECONDS_PER_HOUR * built.timeFactor();
    lagShare = -StrictMath.expm1(-STEP_S / built.valveTimeConstantS());
    strokeShare = STEP_S / built.shutdownStrokeS();
    reliefFactor = built.reliefKmolPerH() / Math.sqrt(3_000 - OUTSIDE_KPA);
    now.feed2Available = 1;
    now.reactionRate = 1;
    now.feed1A = FEED1_A;
    now.feed1B = FEED1_B;
    balance();
  }

  /** Solves the balances for a steady state, in closed form. */
  private void balance() {
    double product = built.productKmolPerH();
    double pressure = built.startPressureKpa();
    double shareA = built.startFractionA() / 100;
    double rateWithoutC = RATE_FACTOR * power(pressure * shareA, EXPONENT_A);
    double partialC = power(product / rateWithoutC, 1 / EXPONENT_C);
    double shareC = partialC / pressure;
    double shareB = 1 - shareA - shareC;
    if (!(shareB > 0)) {
      throw new IllegalArgumentException(
          "two-phase-reactor: %s kmol/h of product at %s kPa and %s mol%% of A need more C than fits"
              .formatted(product, pressure, built.startFractionA()));
    }
    double feed1C = 1 - FEED1_A - FEED1_B;
    now.feed1Flow = product / (feed1C - shareC * FEED1_B / shareB);
    now.purgeFlow = now.feed1Flow * FEED1_B / shareB;
    now.feed2Flow = product + shareA * now.purgeFlow - FEED1_A * now.feed1Flow;
    now.productFlow = product;
    double root = Math.sqrt(pressure - OUTSIDE_KPA);
    now.feed1Percent = now.feed1Flow / FEED1_PER_PERCENT;
    now.feed2Percent = now.feed2Flow / FEED2_PER_PERCENT;
    now.purgePercent = now.purgeFlow / (PURGE_PER_PERCENT * root);
    now.productPercent = product / (PRODUCT_PER_PERCENT * root);
    now.feed1Command = now.feed1Percent;
    now.feed2Command = now.feed2Percent;
    now.purgeCommand = now.purgePercent;
    now.productCommand = now.productPercent;
    now.kmolD = START_LIQUID_KMOL;
    double vapour = pressure * vapourM3() / GAS_KJ_PER_KMOL;
    now.kmolA = vapour * shareA;
    now.kmolB = vapour * shareB;
    now.kmolC = vapour * shareC;
    now.reacted = product;
  }

  /** Advances by one internal step. */
  void step() {
    moveValves();
    double pressure = pressureKpa();
    now.feed1Flow = FEED1_PER_PERCENT * now.feed1Percent * now.shutdownOpen;
    now.feed2Flow = FEED2_PER_PERCENT * now.feed2Percent * now.shutdownOpen * now.feed2Available;
    if (now.ruptured) {
      return;
    }
    double root = Math.sqrt(Math.max(0, pressure - OUTSIDE_KPA));
    now.purgeFlow = PURGE_PER_PERCENT * now.purgePercent * root * (1 - now.purgeBlocked);
    now.reliefFlow = reliefFactor * now.reliefOpen * root;
    now.productFlow =
        Math.min(PRODUCT_PER_PERCENT * now.productPercent * root, now.kmolD / stepHours);
    exchange(pressure);
    double over = now.kmolD - LIQUID_FULL_M3 * LIQUID_KMOL_PER_M3;
    if (over > 0) {
      now.kmolD -= over;
      now.productLostKmol += over / built.timeFactor();
    }
    if (pressureKpa() >= built.ruptureKpa()) {
      rupture();
    }
  }

  private void moveValves() {
    now.feed1Percent += (now.feed1Command - now.feed1Percent) * lagShare;
    now.feed2Percent += (now.feed2Command - now.feed2Percent) * lagShare;
    now.purgePercent += (now.purgeCommand - now.purgePercent) * lagShare;
    now.productPercent += (now.productCommand - now.productPercent) * lagShare;
    now.shutdownOpen = stroke(now.shutdownOpen, now.shutdownCommand);
    now.reliefOpen = stroke(now.reliefOpen, now.reliefCommand);
  }

  private double stroke(double open, double wanted) {
    return Math.clamp(wanted, open - strokeShare, open + strokeShare);
  }

  /** Feeds, reaction, purge, relief and product of one step. */
  private void exchange(double pressure) {
    double vapour = now.kmolA + now.kmolB + now.kmolC;
    double shareA = vapour > 0 ? now.kmolA / vapour : 0;
    double shareB = vapour > 0 ? now.kmolB / vapour : 0;
    double shareC = vapour > 0 ? now.kmolC / vapour : 0;
    double gasOut = now.purgeFlow + now.reliefFlow;
    double netA = now.feed1A * now.feed1Flow + now.feed2Flow - shareA * gasOut;
    double netB = now.feed1B * now.feed1Flow - shareB * gasOut;
    double netC = (1 - now.feed1A - now.feed1B) * now.feed1Flow - shareC * gasOut;
    double rate = now.reactionRate * rate(shareA * pressure, shareC * pressure);
    double scarcer =
        Math.min(now.kmolA + netA * stepHours, now.kmolC + netC * stepHours) / stepHours;
    now.reacted = Math.clamp(rate, 0, Math.max(0, scarcer));
    now.kmolA = Math.max(0, now.kmolA + (netA - now.reacted) * stepHours);
    now.kmolB = Math.max(0, now.kmolB + netB * stepHours);
    now.kmolC = Math.max(0, now.kmolC + (netC - now.reacted) * stepHours);
    now.kmolD = Math.max(0, now.kmolD + (now.reacted - now.productFlow) * stepHours);
  }

  private static double rate(double partialA, double partialC) {
    return RATE_FACTOR * power(partialA, EXPONENT_A) * power(partialC, EXPONENT_C);
  }

  /** By logarithm: {@link StrictMath#pow} allocates. */
  private static double power(double base, double exponent) {
    return StrictMath.exp(exponent * StrictMath.log(base));
  }

  /** The contents are gone; what the feeds still bring goes the same way. */
  private void rupture() {
    now.ruptured = true;
    now.productLostKmol += now.kmolD / built.timeFactor();
    now.kmolA = 0;
    now.kmolB = 0;
    now.kmolC = 0;
    now.kmolD = 0;
    now.reacted = 0;
    now.purgeFlow = 0;
    now.reliefFlow = 0;
    now.productFlow = 0;
  }

  private double vapourM3() {
    return VESSEL_M3 - now.kmolD / LIQUID_KMOL_PER_M3;
  }

  double pressureKpa() {
    return now.ruptured
        ? OUTSIDE_KPA
        : (now.kmolA + now.kmolB + now.kmolC) * GAS_KJ_PER_KMOL / vapourM3();
  }

  /** Liquid as a share of the 30 m3 that it may take. */
  double levelPercent() {
    return now.kmolD / LIQUID_KMOL_PER_M3 / LIQUID_FULL_M3 * 100;
  }

  /** A component's share of the vapour, in mol%. */
  double sharePercent(double kmol) {
    double vapour = now.kmolA + now.kmolB + now.kmolC;
    return vapour > 0 ? kmol / vapour * 100 : 0;
  }

  ReactorState now() {
    return now;
  }

  void restore(ReactorState earlier) {
    now = earlier.copy();
  }

  /** What a disturbance is when nobody has set it. */
  static double undisturbed(ReactorSignal kind) {
    return switch (kind) {
      case FEED1_FRACTION_A -> FEED1_A * 100;
      case FEED1_FRACTION_B -> FEED1_B * 100;
      case FEED2_AVAILABLE, REACTION_RATE -> 100;
      default -> 0;
    };
  }
}
