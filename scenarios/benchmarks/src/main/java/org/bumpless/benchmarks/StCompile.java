package org.bumpless.benchmarks;

import java.util.concurrent.TimeUnit;
import org.bumpless.plc.st.StCompiler;
import org.bumpless.plc.st.problem.StException;
import org.bumpless.plc.st.run.StProgram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A program of 5,000 lines in Structured Text is compiled. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class StCompile {
  private static final int BLOCKS = 250;

  private final StCompiler compiler = new StCompiler();
  private final String text;

  public StCompile() {
    StringBuilder all = new StringBuilder();
    for (int block = 1; block <= BLOCKS; block++) {
      all.append(LongProgram.loop(block));
    }
    text = all.append("PROGRAM Main VAR first : Loop1; END_VAR first(); END_PROGRAM\n").toString();
  }

  @Benchmark
  public StProgram fiveThousandLines() throws StException {
    return compiler.compile("benchmark.st", text);
  }
}
