package org.bumpless.features.steps;

import io.cucumber.java.en.Given;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.World;
import org.bumpless.scenario.bench.Field.Fault;

/** Sensors and actuators fail, or somebody on their wires makes them. */
public final class FieldSteps {
  private final World world;

  public FieldSteps(World world) {
    this.world = world;
  }

  @Given("the sensor {signal} is stuck")
  public void sensorStuck(String signal) {
    fault(signal, new Fault.SensorStuck());
  }

  @Given("the sensor {signal} replays its last {int} s")
  public void sensorReplays(String signal, int seconds) {
    fault(signal, new Fault.SensorReplay(seconds));
  }

  @Given("the actuator {signal} is stuck")
  public void actuatorStuck(String signal) {
    fault(signal, new Fault.ActuatorStuck());
  }

  private void fault(String signal, Fault fault) {
    try {
      world.bench().field().fault(signal, fault);
    } catch (IllegalArgumentException e) {
      throw new ClaimOpen(String.valueOf(e.getMessage()));
    }
  }
}
