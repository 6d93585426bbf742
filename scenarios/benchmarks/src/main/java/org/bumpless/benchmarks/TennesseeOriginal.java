package org.bumpless.benchmarks;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The original Tennessee Eastman program beside {@link TennesseeEastman#step}: as many evaluations
 * and Euler steps, noise included. It is not part of this bench; whoever has it names it:
 *
 * <ul>
 *   <li>{@code teprob.f} of Downs and Vogel: {@code gfortran -O2 -shared -fPIC -o libte.so
 *       teprob.f}; or {@code temex.c} of N. L. Ricker's archive without its Simulink part and
 *       without {@code static} before {@code tefunc} and {@code teinit}: {@code gcc -O2 -shared
 *       -fPIC -o libte.so temex.c -lm}
 *   <li>{@code -Djmh.args="-jvmArgsAppend -Dtennessee.original=/path/to/libte.so Tennessee"}
 * </ul>
 *
 * <p>The ratio of the two stands below JMH's own table.
 */
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Thread)
public class TennesseeOriginal {
  /** The system property that names the library. */
  static final String PROPERTY = "tennessee.original";

  private static final int STATES = 50;
  private static final double STEP_H = 1 / 3_600.0;
  private static final FunctionDescriptor ARGUMENTS =
      FunctionDescriptor.ofVoid(
          ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS);

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment count = arena.allocateFrom(ValueLayout.JAVA_LONG, STATES);
  private final MemorySegment time = arena.allocate(ValueLayout.JAVA_DOUBLE);
  private final MemorySegment state = arena.allocate(ValueLayout.JAVA_DOUBLE, STATES);
  private final MemorySegment rates = arena.allocate(ValueLayout.JAVA_DOUBLE, STATES);
  private final MethodHandle evaluate;
  private final MethodHandle begin;

  @SuppressWarnings("restricted") // the library is what whoever starts this names
  public TennesseeOriginal() {
    String library = System.getProperty(PROPERTY);
    if (library == null) {
      throw new IllegalStateException("no original: set the system property " + PROPERTY);
    }
    SymbolLookup symbols = SymbolLookup.libraryLookup(Path.of(library), arena);
    evaluate = function(symbols, "tefunc");
    begin = function(symbols, "teinit");
  }

  @SuppressWarnings("restricted") // as above
  private static MethodHandle function(SymbolLookup symbols, String name) {
    MemorySegment address = symbols.find(name).or(() -> symbols.find(name + "_")).orElseThrow();
    return Linker.nativeLinker().downcallHandle(address, ARGUMENTS);
  }

  @TearDown
  public void close() {
    arena.close();
  }

  /** One step of 1 s. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  @OperationsPerInvocation(TennesseeEastman.HOUR_S)
  public double step() throws Throwable {
    begin.invokeExact(count, time, state, rates);
    for (int i = 0; i < TennesseeEastman.HOUR_S; i++) {
      evaluate.invokeExact(count, time, state, rates);
      for (int s = 0; s < STATES; s++) {
        double moved =
            state.getAtIndex(ValueLayout.JAVA_DOUBLE, s)
                + STEP_H * rates.getAtIndex(ValueLayout.JAVA_DOUBLE, s);
        state.setAtIndex(ValueLayout.JAVA_DOUBLE, s, moved);
      }
      time.set(ValueLayout.JAVA_DOUBLE, 0, time.get(ValueLayout.JAVA_DOUBLE, 0) + STEP_H);
    }
    return state.getAtIndex(ValueLayout.JAVA_DOUBLE, 0);
  }
}
