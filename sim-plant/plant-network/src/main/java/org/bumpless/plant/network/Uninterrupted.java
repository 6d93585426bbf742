package org.bumpless.plant.network;

import org.bumpless.plant.network.Place.Act;

/** Does what has to be done even if the run has been interrupted, and hands the interrupt on. */
public final class Uninterrupted {
  private Uninterrupted() {}

  /**
   * Does it. Who interrupts it while it is done breaks it off.
   *
   * @throws E what it throws
   */
  public static <E extends Exception> void act(Act<E> act) throws E {
    boolean interrupted = Thread.interrupted();
    try {
      act.run();
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
