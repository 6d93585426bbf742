package org.bumpless.plc.program;

import org.bumpless.plc.scan.ControlProgram;
import org.bumpless.plc.scan.ProgramImage;

/**
 * Keeps the level of a tank by its inlet valve: PI control in AUTO, the operator's valve command in
 * MAN, emergency shut-down above both. Velocity form (Astrom and Hagglund, PID Controllers, 3.5),
 * so that a change of mode or gain does not kick the valve and the integral cannot wind up.
 */
final class LevelLoop implements ControlProgram {
  private static final double HIHI_PERCENT = 90;
  private static final double LOLO_PERCENT = 10;
  private static final double DRY_RUN_SECONDS = 2;
  private static final double FILTER_SECONDS = 0.2;
  private static final double AUTO = 1;

  private final Tags tags;
  private double filtered = Double.NaN;
  private double lastError = Double.NaN;

  LevelLoop(Tags tags) {
    this.tags = tags;
  }

  /** The slots of the tags that the program uses. */
  record Tags(
      int pv,
      int flowIn,
      int flowOut,
      int pumpSpeed,
      int spilled,
      int hihi,
      int lolo,
      int dryRun,
      int sp,
      int out,
      int mode,
      int kp,
      int ti,
      int outMax,
      int esd,
      int pumpOn) {}

  @Override
  public void scan(ProgramImage image, double seconds) {
    double level = image.input(LevelLoopProvider.IN_LEVEL);
    show(image, level);
    filtered =
        Double.isNaN(filtered) ? level : filtered + (level - filtered) * seconds / FILTER_SECONDS;
    double error = image.get(tags.sp()) - filtered;
    double command = limited(image.get(tags.out()), image);
    if (image.get(tags.mode()) == AUTO) {
      command = limited(command + step(image, error, seconds), image);
      image.set(tags.out(), command);
    }
    lastError = error;
    boolean esd = image.get(tags.esd()) != 0;
    image.output(LevelLoopProvider.OUT_VALVE, esd ? 0 : command);
    boolean pump = image.get(tags.pumpOn()) != 0 && !(esd && level < LOLO_PERCENT);
    image.output(LevelLoopProvider.OUT_PUMP, pump ? 1 : 0);
  }

  private double step(ProgramImage image, double error, double seconds) {
    double gain = image.get(tags.kp());
    double integralSeconds = Math.max(0.1, image.get(tags.ti()));
    double change = Double.isNaN(lastError) ? 0 : error - lastError;
    double step = gain * (change + error * seconds / integralSeconds);
    return Double.isFinite(step) ? step : 0;
  }

  private double limited(double command, ProgramImage image) {
    double limit = image.get(tags.outMax());
    double max = limit >= 0 && limit <= 100 ? limit : 100;
    return Double.isNaN(command) ? 0 : Math.clamp(command, 0, max);
  }

  private void show(ProgramImage image, double level) {
    image.set(tags.pv(), (float) level);
    image.set(tags.flowIn(), (float) image.input(LevelLoopProvider.IN_FLOW_IN));
    image.set(tags.flowOut(), (float) image.input(LevelLoopProvider.IN_FLOW_OUT));
    image.set(tags.pumpSpeed(), (float) image.input(LevelLoopProvider.IN_PUMP_SPEED));
    image.set(tags.spilled(), (float) image.input(LevelLoopProvider.IN_SPILLED));
    image.set(tags.hihi(), level > HIHI_PERCENT ? 1 : 0);
    image.set(tags.lolo(), level < LOLO_PERCENT ? 1 : 0);
    image.set(tags.dryRun(), image.input(LevelLoopProvider.IN_DRY_RUN) > DRY_RUN_SECONDS ? 1 : 0);
  }
}
