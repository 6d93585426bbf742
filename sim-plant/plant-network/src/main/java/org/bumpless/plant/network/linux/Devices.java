package org.bumpless.plant.network.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The interfaces of the calling thread's network, also those without an address. */
public final class Devices {
  private static final MethodHandle IF_NAMETOINDEX =
      NativeCall.handle("if_nametoindex", FunctionDescriptor.of(JAVA_INT, ADDRESS));

  private Devices() {}

  /**
   * The kernel's index of an interface.
   *
   * @throws IOException if there is no such interface
   */
  public static int index(String device) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(device);
      int index =
          (int)
              NativeCall.check(
                  "interface " + device, state -> (int) IF_NAMETOINDEX.invokeExact(state, name));
      if (index == 0) {
        throw new IOException("there is no interface " + device);
      }
      return index;
    }
  }
}
