package org.bumpless.plant.network.loopback;

import java.util.concurrent.ThreadFactory;
import org.bumpless.plant.network.Place;

/** On the loopback everything stands in the same place. */
record LoopbackPlace(String name) implements Place {

  @Override
  public ThreadFactory threads(String label) {
    return Thread.ofPlatform().daemon().name(name + "-" + label + "-", 0).factory();
  }

  @Override
  public <T, E extends Exception> T within(Work<T, E> work) throws E, InterruptedException {
    return work.run();
  }
}
