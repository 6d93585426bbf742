package org.bumpless.plant.engine.reactor;

/** Everything that changes in a reactor apart from its instruments. */
final class ReactorState implements Cloneable {
  double feed1Command;
  double feed2Command;
  double purgeCommand;
  double productCommand;
  double shutdownCommand = 1;
  double reliefCommand;

  double feed1Percent;
  double feed2Percent;
  double purgePercent;
  double productPercent;
  double shutdownOpen = 1;
  double reliefOpen;

  /** Hold-ups of the vessel of the paper; those of a smaller one are in proportion. */
  double kmolA;

  double kmolB;
  double kmolC;
  double kmolD;

  /** Flows and turnover during the last internal step, in kmol/h. */
  double feed1Flow;

  double feed2Flow;
  double purgeFlow;
  double productFlow;
  double reliefFlow;
  double reacted;

  double productLostKmol;
  boolean ruptured;

  double feed1A;
  double feed1B;
  double feed2Available;
  double purgeBlocked;
  double reactionRate;
  double pressureAOffsetKpa;
  double pressureBOffsetKpa;
  double pressureCOffsetKpa;

  ReactorState copy() {
    try {
      return (ReactorState) clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }
}
