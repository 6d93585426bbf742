package org.bumpless.runner.realtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import org.bumpless.plant.network.linux.NativeCall;
import org.bumpless.plant.network.linux.NativeException;

/**
 * The calls by which a thread says how it wants to be scheduled: sched_setscheduler(2),
 * sched_setaffinity(2), prctl(2), mlockall(2). All but the last are about the calling thread.
 */
final class Scheduler {
  private static final int CALLING_THREAD = 0;
  private static final int SCHED_FIFO = 1;

  /** What this thread starts is ordinary again. */
  private static final int SCHED_RESET_ON_FORK = 0x4000_0000;

  private static final int PR_SET_TIMERSLACK = 29;
  private static final int MCL_CURRENT = 1;
  private static final int MCL_FUTURE = 2;

  /** Pages are locked once they are used, not before: a JVM reserves far more than it ever uses. */
  private static final int MCL_ONFAULT = 4;

  private static final int PROCESSORS_MAX = 1024;

  private static final MethodHandle SETSCHEDULER =
      NativeCall.handle(
          "sched_setscheduler", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle GETAFFINITY =
      NativeCall.handle(
          "sched_getaffinity", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
  private static final MethodHandle SETAFFINITY =
      NativeCall.handle(
          "sched_setaffinity", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
  private static final MethodHandle PRCTL =
      NativeCall.variadic("prctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG), 1);
  private static final MethodHandle MLOCKALL =
      NativeCall.handle("mlockall", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private Scheduler() {}

  /**
   * From now on nothing but a more urgent thread takes the processor from this one.
   *
   * @param priority 1 to 99; the kernel's own interrupt threads have 50
   */
  static void fifo(int priority) throws NativeException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment parameter = arena.allocateFrom(JAVA_INT, priority);
      NativeCall.check(
          "sched_setscheduler",
          state ->
              (int)
                  SETSCHEDULER.invokeExact(
                      state, CALLING_THREAD, SCHED_FIFO | SCHED_RESET_ON_FORK, parameter));
    }
  }

  /** An ordinary thread may be woken up this much too late, to save power. */
  static void timerSlack(long nanos) throws NativeException {
    NativeCall.check("prctl", state -> (int) PRCTL.invokeExact(state, PR_SET_TIMERSLACK, nanos));
  }

  /** Keeps the memory of this process from being paged out. */
  static void lockMemory() throws NativeException {
    NativeCall.check(
        "mlockall",
        state -> (int) MLOCKALL.invokeExact(state, MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT));
  }

  /** The processors that this thread may run on. */
  static BitSet processors() throws NativeException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment set = arena.allocate(PROCESSORS_MAX / Byte.SIZE);
      NativeCall.check(
          "sched_getaffinity",
          state -> (int) GETAFFINITY.invokeExact(state, CALLING_THREAD, set.byteSize(), set));
      return BitSet.valueOf(set.toArray(JAVA_BYTE));
    }
  }

  /** Keeps this thread on some processors. */
  static void stayOn(BitSet processors) throws NativeException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment set = arena.allocate(PROCESSORS_MAX / Byte.SIZE);
      set.copyFrom(MemorySegment.ofArray(processors.toByteArray()));
      NativeCall.check(
          "sched_setaffinity",
          state -> (int) SETAFFINITY.invokeExact(state, CALLING_THREAD, set.byteSize(), set));
    }
  }
}
