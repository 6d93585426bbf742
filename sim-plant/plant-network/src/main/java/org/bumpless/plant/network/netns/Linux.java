package org.bumpless.plant.network.netns;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.bumpless.plant.network.linux.NativeCall;

/** The calls that make and enter network namespaces: unshare(2), setns(2), open(2), close(2). */
final class Linux {
  private static final int CLONE_NEWNET = 0x4000_0000;
  private static final int O_RDONLY = 0;
  private static final int O_CLOEXEC = 0x8_0000;
  private static final String OWN_NETWORK = "/proc/thread-self/ns/net";

  private static final MethodHandle UNSHARE =
      NativeCall.handle("unshare", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle SETNS =
      NativeCall.handle("setns", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle OPEN =
      NativeCall.variadic("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), 2);
  private static final MethodHandle CLOSE =
      NativeCall.handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private Linux() {}

  /** Puts the calling thread into a new network namespace. */
  static void newNetwork() throws IOException {
    NativeCall.check("unshare", state -> (int) UNSHARE.invokeExact(state, CLONE_NEWNET));
  }

  /** A descriptor of the network namespace that the calling thread is in; not inherited. */
  static int openOwnNetwork() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom(OWN_NETWORK);
      return (int)
          NativeCall.check(
              "open " + OWN_NETWORK,
              state -> (int) OPEN.invokeExact(state, path, O_RDONLY | O_CLOEXEC));
    }
  }

  /** Puts the calling thread into a network namespace. */
  static void enterNetwork(int descriptor) throws IOException {
    NativeCall.check("setns", state -> (int) SETNS.invokeExact(state, descriptor, CLONE_NEWNET));
  }

  static void close(int descriptor) throws IOException {
    NativeCall.check("close", state -> (int) CLOSE.invokeExact(state, descriptor));
  }
}
