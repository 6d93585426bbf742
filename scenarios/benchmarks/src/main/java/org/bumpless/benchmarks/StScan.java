package org.bumpless.benchmarks;

import java.util.concurrent.TimeUnit;
import org.bumpless.plc.st.StCompiler;
import org.bumpless.plc.st.problem.StException;
import org.bumpless.plc.st.run.ProcessMemory;
import org.bumpless.plc.st.run.StInstance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One scan of a program in Structured Text against the same program written in Java by hand: a
 * level loop with a filter, a PI controller, limits, an alarm with a delay and a mean over sixteen
 * values. With {@code -prof gc} also in bytes.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class StScan {
  private static final long PERIOD_NANOS = 10_000_000;
  private static final String TEXT =
      """
      FUNCTION Clamped : REAL
        VAR_INPUT value, least, greatest : REAL; END_VAR
        IF value < least THEN Clamped := least;
        ELSIF value > greatest THEN Clamped := greatest;
        ELSE Clamped := value;
        END_IF;
      END_FUNCTION
      PROGRAM Main
        VAR
          level, filtered, output, error, integral, mean : REAL;
          setPoint : REAL := 50.0; gain : REAL := 2.0; resetTime : REAL := 20.0;
          high : TON; alarm : BOOL; automatic : BOOL := TRUE;
          history : ARRAY [0..15] OF REAL; place, i : INT;
        END_VAR
        level := level + 0.5 - output * 0.01;
        filtered := filtered + (level - filtered) * 0.1;
        IF automatic THEN
          error := setPoint - filtered;
          integral := Clamped(integral + gain * error / resetTime * 0.01, 0.0, 100.0);
          output := Clamped(gain * error + integral, 0.0, 100.0);
        END_IF;
        high(IN := filtered > 90.0, PT := T#200ms, Q => alarm);
        history[place] := filtered;
        place := (place + 1) MOD 16;
        mean := 0.0;
        FOR i := 0 TO 15 DO mean := mean + history[i] / 16.0; END_FOR;
      END_PROGRAM
      """;

  private final StInstance program;
  private final ByHand hand = new ByHand();
  private long now;

  public StScan() {
    try {
      program = new StCompiler().compile("benchmark.st", TEXT).start(new NoMemory());
    } catch (StException e) {
      throw new IllegalStateException(e);
    }
  }

  @Benchmark
  public void compiled() {
    now += PERIOD_NANOS;
    program.scan(now);
  }

  @Benchmark
  public float byHand() {
    now += PERIOD_NANOS;
    return hand.scan(now);
  }

  /** Of a program that has no inputs and outputs. */
  private static final class NoMemory implements ProcessMemory {
    @Override
    public long read(char area, char size, int index, int bit) {
      return 0;
    }

    @Override
    public void write(char area, char size, int index, int bit, long value) {
      // nobody reads it
    }
  }

  /** The same, as somebody would write it who knows only Java. */
  private static final class ByHand {
    private static final long DELAY_NANOS = 200_000_000;

    private final float[] history = new float[16];
    private float level;
    private float filtered;
    private float output;
    private float integral;
    private boolean counts;
    private boolean alarm;
    private long since;
    private int place;

    float scan(long nanos) {
      level = level + 0.5f - output * 0.01f;
      filtered = filtered + (level - filtered) * 0.1f;
      float error = 50f - filtered;
      integral = Math.clamp(integral + 2f * error / 20f * 0.01f, 0f, 100f);
      output = Math.clamp(2f * error + integral, 0f, 100f);
      if (filtered > 90f) {
        since = counts ? since : nanos;
        counts = true;
        alarm = nanos - since >= DELAY_NANOS;
      } else {
        counts = false;
        alarm = false;
      }
      history[place] = filtered;
      place = (place + 1) % history.length;
      float mean = 0f;
      for (float value : history) {
        mean += value / 16f;
      }
      return alarm ? -mean : mean;
    }
  }
}
