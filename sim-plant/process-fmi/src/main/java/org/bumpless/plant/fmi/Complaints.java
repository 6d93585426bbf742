package org.bumpless.plant.fmi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Listens to what the instances of an FMU log, and keeps the last that was not well. What the
 * message leaves open for {@code printf} stays open: an upcall cannot see arguments that its type
 * does not name.
 */
final class Complaints {
  private static final int LENGTH_MAX = 300;
  private static final FunctionDescriptor LOGGER =
      FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
  private static final int OK = 0;

  private volatile String latest = "";

  /**
   * The callbacks (FMI 2.0, 2.1.5): logger, allocation and release of the C library, no call when a
   * step is finished, no environment.
   */
  @SuppressWarnings("restricted") // to reach below Java is what it is for
  MemorySegment callbacks(Arena arena) {
    Linker linker = Linker.nativeLinker();
    MemorySegment callbacks = arena.allocate(ADDRESS, 5);
    callbacks.setAtIndex(ADDRESS, 0, linker.upcallStub(logger(), LOGGER, arena));
    callbacks.setAtIndex(ADDRESS, 1, linker.defaultLookup().findOrThrow("calloc"));
    callbacks.setAtIndex(ADDRESS, 2, linker.defaultLookup().findOrThrow("free"));
    return callbacks;
  }

  private MethodHandle logger() {
    try {
      MethodType type =
          MethodType.methodType(
              void.class,
              MemorySegment.class,
              MemorySegment.class,
              int.class,
              MemorySegment.class,
              MemorySegment.class);
      return MethodHandles.lookup().bind(this, "logged", type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings({"restricted", "unused"}) // called by the FMU
  private void logged(
      MemorySegment environment,
      MemorySegment instance,
      int status,
      MemorySegment category,
      MemorySegment message) {
    if (status == OK || message.equals(MemorySegment.NULL)) {
      return;
    }
    try {
      String text = message.reinterpret(Long.MAX_VALUE).getString(0).strip();
      latest = text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) : text;
    } catch (RuntimeException _) {
      // what is thrown into native code would end the JVM
    }
  }

  String latest() {
    String told = latest;
    return told.isEmpty() ? "" : " (\"" + told + "\")";
  }
}
