package org.bumpless.plant.model;

import java.time.Duration;
import java.util.List;

/**
 * A safety instrumented function (IEC 61511-1): when its sensors pass the limit, its final elements
 * go to their safe state and stay there until somebody resets it.
 *
 * @param id for example {@code PSHH-1}
 * @param title what it guards against, for people
 * @param solver the safety controller
 * @param sensors process signals, as many as the voting has, for example {@code R-1.pressureA}
 * @param range what a sound sensor can show; beyond it the sensor has failed
 * @param voting how many sensors have to demand the trip
 * @param trip when a sensor demands it
 * @param delay for so long the demand has to last, 0 for none
 * @param finalElements what it moves
 * @param bypassMax longest time for which somebody may switch it off for maintenance; 0 for never
 * @param processSafetyTime from demand to hazard if nothing acts
 */
public record SafetyFunction(
    String id,
    String title,
    AssetId solver,
    List<String> sensors,
    Range range,
    Voting voting,
    Trip trip,
    Duration delay,
    List<FinalElement> finalElements,
    Duration bypassMax,
    Duration processSafetyTime) {
  public SafetyFunction {
    sensors = List.copyOf(sensors);
    finalElements = List.copyOf(finalElements);
  }

  /** The same with another limit: what somebody does who changes the program of the SIS. */
  public SafetyFunction at(double limit) {
    return new SafetyFunction(
        id,
        title,
        solver,
        sensors,
        range,
        voting,
        new Trip(trip.side(), limit),
        delay,
        finalElements,
        bypassMax,
        processSafetyTime);
  }

  /**
   * What a sensor can show.
   *
   * @param low in the sensor's unit
   * @param high in the sensor's unit
   */
  public record Range(double low, double high) {
    /** Whether a value can come from a sound sensor; one that is no number cannot. */
    public boolean holds(double value) {
      return value >= low && value <= high;
    }
  }

  /**
   * When a sensor demands the trip.
   *
   * @param limit in the sensors' unit
   */
  public record Trip(Side side, double limit) {
    /** On which side of the limit the hazard lies. */
    public enum Side {
      ABOVE,
      BELOW
    }

    public boolean demandedAt(double value) {
      return switch (side) {
        case ABOVE -> value > limit;
        case BELOW -> value < limit;
      };
    }
  }

  /**
   * A valve, breaker or other thing that brings the process to its safe state.
   *
   * @param signal process signal that commands it, for example {@code R-1.shutdownValve}
   * @param normal command while nothing is demanded
   * @param safe command after a trip
   */
  public record FinalElement(String signal, double normal, double safe) {}
}
