package org.bumpless.scenario.bench;

import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.OperatingMode;

/** The controllers of the plant as one sees them who stands before them, without any network. */
public interface Controllers {

  /**
   * Turns a controller's key and waits until that has taken hold.
   *
   * @throws IllegalArgumentException if there is no such controller
   * @throws IllegalStateException if it does not scan
   */
  void turn(AssetId controller, KeySwitch key);

  /**
   * Checksum of the program that a controller is loaded with.
   *
   * @throws IllegalArgumentException if there is no such controller
   */
  String programChecksum(AssetId controller);

  /**
   * What a controller is doing.
   *
   * @throws IllegalArgumentException if there is no such controller
   */
  OperatingMode mode(AssetId controller);
}
