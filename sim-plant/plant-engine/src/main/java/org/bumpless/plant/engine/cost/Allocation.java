package org.bumpless.plant.engine.cost;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Memory that work takes from the heap of the JVM, where a pause of the collector would follow. */
public final class Allocation {
  private static final int ROUNDS = 5;

  private Allocation() {}

  /**
   * Something that is done again and again.
   *
   * @param <X> what it may throw
   */
  @FunctionalInterface
  public interface Work<X extends Exception> {
    void run() throws X;
  }

  /**
   * The bytes that work allocates each time it is done: the least of several rounds. What is
   * allocated once is not counted, for the JVM itself does that while it compiles: code that it
   * gives up has to give the objects back that it had left out.
   */
  public static <X extends Exception> long bytesEachTime(Work<X> work) throws X {
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    work.run();
    long asking = -memory.getCurrentThreadAllocatedBytes();
    asking += memory.getCurrentThreadAllocatedBytes();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = memory.getCurrentThreadAllocatedBytes();
      work.run();
      least = Math.min(least, memory.getCurrentThreadAllocatedBytes() - begin - asking);
    }
    return least;
  }
}
