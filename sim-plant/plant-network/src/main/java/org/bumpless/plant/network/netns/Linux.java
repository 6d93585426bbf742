package org.bumpless.plant.network.netns;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** The few calls of Linux that Java has no words for: unshare(2), setns(2), open(2), close(2). */
@SuppressWarnings("restricted") // to reach below Java is what it is for
final class Linux {
  private static final int CLONE_NEWNET = 0x4000_0000;
  private static final int O_RDONLY = 0;
  private static final int O_CLOEXEC = 0x8_0000;
  private static final long WORDS_MAX = 256;
  private static final String OWN_NETWORK = "/proc/thread-self/ns/net";

  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final Linker.Option CAPTURE = Linker.Option.captureCallState("errno");

  private static final MethodHandle UNSHARE =
      handle("unshare", FunctionDescriptor.of(JAVA_INT, JAVA_INT), CAPTURE);
  private static final MethodHandle SETNS =
      handle("setns", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT), CAPTURE);
  private static final MethodHandle OPEN =
      handle(
          "open",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
          CAPTURE,
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle CLOSE =
      handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), CAPTURE);
  private static final MethodHandle STRERROR =
      handle("strerror", FunctionDescriptor.of(ADDRESS, JAVA_INT));

  private Linux() {}

  /** Puts the calling thread into a new network namespace. */
  static void newNetwork() throws IOException {
    check("unshare", state -> (int) UNSHARE.invokeExact(state, CLONE_NEWNET));
  }

  /** A descriptor of the network namespace that the calling thread is in; not inherited. */
  static int openOwnNetwork() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom(OWN_NETWORK);
      return check(
          "open " + OWN_NETWORK,
          state -> (int) OPEN.invokeExact(state, path, O_RDONLY | O_CLOEXEC));
    }
  }

  /** Puts the calling thread into a network namespace. */
  static void enterNetwork(int descriptor) throws IOException {
    check("setns", state -> (int) SETNS.invokeExact(state, descriptor, CLONE_NEWNET));
  }

  static void close(int descriptor) throws IOException {
    check("close", state -> (int) CLOSE.invokeExact(state, descriptor));
  }

  private static int check(String what, Call call) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      int result = call.with(state);
      if (result < 0) {
        throw new IOException(what + ": " + words((int) ERRNO.get(state, 0L)));
      }
      return result;
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static String words(int errno) throws Throwable {
    MemorySegment text = (MemorySegment) STRERROR.invokeExact(errno);
    return text.reinterpret(WORDS_MAX).getString(0);
  }

  private static MethodHandle handle(
      String name, FunctionDescriptor type, Linker.Option... options) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, options);
  }

  /** A call that leaves its error number in the state. */
  private interface Call {
    int with(MemorySegment state) throws Throwable;
  }
}
