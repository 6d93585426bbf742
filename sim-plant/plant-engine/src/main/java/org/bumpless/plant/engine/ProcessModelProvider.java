package org.bumpless.plant.engine;

import org.bumpless.plant.model.ProcessSpec;

/** A kind of process that a plant file can name; found through {@link java.util.ServiceLoader}. */
public interface ProcessModelProvider {
  /** The name in the plant file, for example {@code tank-farm}. */
  String id();

  /** Whether the plant file names a file that the model is read from. */
  default boolean readsFile() {
    return false;
  }

  /**
   * A process at its initial state.
   *
   * @param seed of everything random in it
   * @throws IllegalArgumentException if a parameter is unknown or out of range; the message names
   *     the unit of equipment, what was found and what was expected
   */
  ProcessModel create(ProcessSpec spec, long seed);
}
