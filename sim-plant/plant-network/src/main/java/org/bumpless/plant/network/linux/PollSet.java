package org.bumpless.plant.network.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Some descriptors that a thread waits for at once: ppoll(2). For one thread. */
final class PollSet implements AutoCloseable {
  private static final short POLLIN = 1;
  private static final int BYTES = 8;
  private static final int EVENTS = 4;
  private static final int RESULT = 6;
  private static final int TIMESPEC_BYTES = 16;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private static final MethodHandle PPOLL =
      NativeCall.handle(
          "ppoll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));

  private final int size;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment requests;
  private final MemorySegment time = arena.allocate(TIMESPEC_BYTES, Long.BYTES);

  PollSet(int... descriptors) {
    size = descriptors.length;
    requests = arena.allocate((long) BYTES * size, Integer.BYTES);
    for (int i = 0; i < size; i++) {
      requests.set(JAVA_INT, at(i), descriptors[i]);
      requests.set(JAVA_SHORT, at(i) + EVENTS, POLLIN);
    }
  }

  /**
   * Waits until one of them can be read or is in trouble, or a while has passed, or a signal came.
   */
  void await(long nanos) throws IOException {
    time.set(JAVA_LONG, 0, nanos / NANOS_PER_SECOND);
    time.set(JAVA_LONG, Long.BYTES, nanos % NANOS_PER_SECOND);
    try {
      NativeCall.check(
          "ppoll",
          state -> (int) PPOLL.invokeExact(state, requests, (long) size, time, MemorySegment.NULL));
    } catch (NativeException e) {
      if (!e.interruptedBySignal()) {
        throw e;
      }
    }
  }

  /** Whether there was something about one of them at the last wait. */
  boolean ready(int descriptor) {
    return result(descriptor) != 0;
  }

  /** Whether one of them was in trouble at the last wait. */
  boolean troubled(int descriptor) {
    return (result(descriptor) & ~POLLIN) != 0;
  }

  private short result(int descriptor) {
    return requests.get(JAVA_SHORT, at(descriptor) + RESULT);
  }

  private static long at(int descriptor) {
    return (long) descriptor * BYTES;
  }

  @Override
  public void close() {
    arena.close();
  }
}
