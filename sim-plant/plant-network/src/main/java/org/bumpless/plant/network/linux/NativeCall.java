package org.bumpless.plant.network.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * A call of the C library that says by a negative result that it failed, and in {@code errno} why.
 */
@SuppressWarnings("restricted") // to reach below Java is what it is for
public final class NativeCall {
  private static final long WORDS_MAX = 256;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final Linker.Option CAPTURE = Linker.Option.captureCallState("errno");
  private static final MethodHandle STRERROR =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("strerror"), FunctionDescriptor.of(ADDRESS, JAVA_INT));

  private NativeCall() {}

  /** A handle whose first argument is the state that {@link #check} hands out. */
  public static MethodHandle handle(String name, FunctionDescriptor type) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, CAPTURE);
  }

  /** A handle of a function that does not speak by {@code errno}. */
  public static MethodHandle plain(String name, FunctionDescriptor type) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type);
  }

  /**
   * As {@link #handle}, for a function that takes more arguments than it declares.
   *
   * @param firstVariadic index of the first of those
   */
  public static MethodHandle variadic(String name, FunctionDescriptor type, int firstVariadic) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        type,
        CAPTURE,
        Linker.Option.firstVariadicArg(firstVariadic));
  }

  /**
   * Calls.
   *
   * @param what for the message, for example {@code setns}
   * @return what the call returned, 0 or more
   * @throws NativeException if it failed; the message says what and why
   */
  public static long check(String what, Call call) throws NativeException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long result = call.with(state);
      if (result < 0) {
        int errno = (int) ERRNO.get(state, 0L);
        throw new NativeException(what + ": " + words(errno), errno);
      }
      return result;
    } catch (NativeException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static String words(int errno) throws Throwable {
    MemorySegment text = (MemorySegment) STRERROR.invokeExact(errno);
    return text.reinterpret(WORDS_MAX).getString(0);
  }

  /** A call that leaves its error number in the state. */
  @FunctionalInterface
  public interface Call {
    long with(MemorySegment state) throws Throwable;
  }
}
