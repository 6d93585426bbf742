package org.bumpless.plc.scan;

/** The physical process as the scan engine drives it. Used by the scan thread only. */
public interface PlantProcess extends FieldSignals {
  void step(double seconds);

  /** Goes back to the state at the start of the run. */
  void restore();
}
