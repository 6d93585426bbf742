package org.bumpless.plant.fmi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Calls of the functions of FMI 2.0, one method for each shape that they have; none allocates.
 * Types as in {@code fmi2TypesPlatform.h} on Linux x86-64: a boolean is an {@code int}, a status
 * too, a count is a {@code size_t}.
 */
@SuppressWarnings("restricted") // to reach below Java is what it is for
final class Calls {
  private static final Linker LINKER = Linker.nativeLinker();

  private static final MethodHandle INSTANTIATE =
      handle(ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT);
  private static final MethodHandle FREE =
      LINKER.downcallHandle(FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle SIMPLE = handle(JAVA_INT, ADDRESS);
  private static final MethodHandle SETUP =
      handle(JAVA_INT, ADDRESS, JAVA_INT, JAVA_DOUBLE, JAVA_DOUBLE, JAVA_INT, JAVA_DOUBLE);
  private static final MethodHandle VALUES = handle(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
  private static final MethodHandle STEP =
      handle(JAVA_INT, ADDRESS, JAVA_DOUBLE, JAVA_DOUBLE, JAVA_INT);
  private static final MethodHandle STATE = handle(JAVA_INT, ADDRESS, ADDRESS);

  private Calls() {}

  private static MethodHandle handle(MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(FunctionDescriptor.of(result, arguments));
  }

  /** {@code fmi2Instantiate}, for co-simulation, invisible, without logging of what is well. */
  static MemorySegment instantiate(
      MemorySegment function,
      MemorySegment name,
      MemorySegment guid,
      MemorySegment resources,
      MemorySegment callbacks) {
    try {
      return (MemorySegment)
          INSTANTIATE.invokeExact(function, name, 1, guid, resources, callbacks, 0, 0);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** {@code fmi2FreeInstance}. */
  static void free(MemorySegment function, MemorySegment instance) {
    try {
      FREE.invokeExact(function, instance);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** The functions that need to be told nothing, for example {@code fmi2Reset}. */
  static int simple(MemorySegment function, MemorySegment instance) {
    try {
      return (int) SIMPLE.invokeExact(function, instance);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** {@code fmi2SetupExperiment}, without tolerance and without end. */
  static int setup(MemorySegment function, MemorySegment instance, double startSeconds) {
    try {
      return (int) SETUP.invokeExact(function, instance, 0, 0.0, startSeconds, 0, 0.0);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** The functions that get or set values, for example {@code fmi2GetReal}. */
  static int values(
      MemorySegment function,
      MemorySegment instance,
      MemorySegment references,
      long count,
      MemorySegment values) {
    try {
      return (int) VALUES.invokeExact(function, instance, references, count, values);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /**
   * {@code fmi2DoStep}.
   *
   * @param last 1 if no earlier state will be set any more
   */
  static int step(
      MemorySegment function, MemorySegment instance, double from, double seconds, int last) {
    try {
      return (int) STEP.invokeExact(function, instance, from, seconds, last);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** The functions that take a state or the place of one, for example {@code fmi2GetFMUstate}. */
  static int state(MemorySegment function, MemorySegment instance, MemorySegment state) {
    try {
      return (int) STATE.invokeExact(function, instance, state);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  private static IllegalStateException broken(Throwable e) {
    return new IllegalStateException("the FMU cannot be called: " + e.getMessage(), e);
  }
}
