package org.bumpless.plant.network;

import java.util.concurrent.ThreadFactory;

/**
 * Where on the network something stands: sockets, threads and processes made in it belong there.
 */
public interface Place {

  /** Makes platform threads that stand here; they do not keep the bench alive. */
  ThreadFactory threads(String label);

  /**
   * Does something here and waits for it. What is started meanwhile stays here for good: never
   * start what others share.
   */
  <T, E extends Exception> T within(Work<T, E> work) throws E, InterruptedException;

  /** As {@link #within}, for what has no result. */
  default <E extends Exception> void act(Act<E> act) throws E, InterruptedException {
    within(
        () -> {
          act.run();
          return act;
        });
  }

  /** Something to be done that has no result. */
  @FunctionalInterface
  interface Act<E extends Exception> {
    void run() throws E, InterruptedException;
  }

  /** Something to be done. */
  @FunctionalInterface
  interface Work<T, E extends Exception> {
    T run() throws E, InterruptedException;
  }
}
