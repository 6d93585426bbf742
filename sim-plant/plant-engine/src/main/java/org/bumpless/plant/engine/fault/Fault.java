package org.bumpless.plant.engine.fault;

/** What is wrong with one wire between the process and the controllers. */
public sealed interface Fault permits SensorFault, ActuatorFault {}
