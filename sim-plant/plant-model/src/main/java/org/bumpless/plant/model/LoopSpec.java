package org.bumpless.plant.model;

import java.util.List;

/**
 * The control loop that a program closes, by which the effect on the process is weighed.
 *
 * @param value the program's input that is controlled, for example {@code LEVEL}
 * @param setPoint name of the tag that it is to follow, in the same unit
 * @param low below this the process is harmed
 * @param high above this the process is harmed
 * @param alarms names of the tags that are true while the operator is alarmed
 * @param trends the program's inputs and outputs that a report shows over time
 */
public record LoopSpec(
    String value,
    String setPoint,
    double low,
    double high,
    List<String> alarms,
    List<String> trends) {
  public LoopSpec {
    alarms = List.copyOf(alarms);
    trends = List.copyOf(trends);
  }
}
