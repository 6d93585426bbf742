package org.bumpless.scenario.bench;

/**
 * The plant's sensors and actuators, in a scenario's hand; all are whole when the next one begins.
 */
public interface Field {

  /**
   * Breaks a sensor or an actuator; what it had before gives way. Takes hold with the next step of
   * the process.
   *
   * @param signal of the process, for example {@code T-101.level}
   * @throws IllegalArgumentException if there is no such signal, or it cannot have such a fault
   */
  void fault(String signal, Fault fault);

  /** Mends all of them. */
  void repairAll();

  /** What is wrong with a sensor or an actuator. */
  sealed interface Fault {

    /** The sensor shows for good what it shows now. */
    record SensorStuck() implements Fault {}

    /**
     * Somebody on the wire shows again and again what the sensor showed lately.
     *
     * @param seconds how much of it, 1 to 30
     */
    record SensorReplay(int seconds) implements Fault {}

    /** The actuator stays where it is, whatever the controller says. */
    record ActuatorStuck() implements Fault {}
  }
}
