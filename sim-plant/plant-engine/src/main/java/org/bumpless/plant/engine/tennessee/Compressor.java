package org.bumpless.plant.engine.tennessee;

/** The centrifugal compressor that brings the separator's vapour back to the feed zone. */
final class Compressor {
  /** Lb/h against no pressure. */
  private static final double FLOW_MAX = 280_275;

  private static final double RATIO_MAX = 1.3;

  /** The cube of the pressure ratio, less 1, at which it delivers nothing. */
  private static final double STALL = 1.197;

  /** Lb/h through the recycle valve per percent at a pressure difference of 1 torr. */
  private static final double BYPASS = 53.349;

  private static final double LEAST_LB_H = 1e-3;

  /** 10^6 Btu/(lb-mol deg C), the gas constant as this part of the program has it. */
  private static final double GAS_CONSTANT = 1.8e-6 * 1.9872;

  /** What is brought back (stream 8 of the figure). */
  final Stream recycle = new Stream();

  /** Work, 10^6 Btu/h. */
  double work;

  void evaluate(TwoPhase separator, double dischargeTorr, double bypassPercent) {
    recycle.draw(separator.vapour, separator.temperatureC, HeatContent.VAPOUR);
    double mass = recycle.molarMass();
    double suction = separator.pressureTorr;
    double ratio = Math.clamp(dischargeTorr / suction, 1, RATIO_MAX);
    double flow = FLOW_MAX + FLOW_MAX / STALL * (1 - ratio * ratio * ratio);
    work =
        flow
            * (separator.temperatureC + TwoPhase.ZERO_CELSIUS_K)
            * GAS_CONSTANT
            * (dischargeTorr - suction)
            / (mass * suction);
    double drop = Math.max(0, dischargeTorr - suction);
    double net = Math.max(LEAST_LB_H, flow - bypassPercent * BYPASS * Math.sqrt(drop));
    recycle.flowLbmolH = net / mass;
    recycle.enthalpy += work / recycle.flowLbmolH;
  }
}
