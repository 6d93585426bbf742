package org.bumpless.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs, for the shortest time: its figures mean nothing. */
class BenchmarksIT {
  private static final String NO_LIBMODBUS =
      "the Modbus server is not measured beside libmodbus: apt-get install gcc libc6-dev"
          + " libmodbus-dev";

  private static final List<Class<?>> CLASSES =
      List.of(
          LockStep.class,
          ModbusRoundTrip.class,
          ProtocolServers.class,
          OpcUaRead.class,
          PdpDecision.class,
          ReferenceRelay.class,
          FabricUp.class,
          TapCost.class,
          KnownDelay.class,
          FrameRate.class,
          RecordMeasurement.class,
          ManyControllers.class,
          StScan.class,
          StCompile.class,
          TennesseeEastman.class);

  @Test
  void everyBenchmarkRuns() throws RunnerException {
    boolean beside = PlainServer.possible();
    if (!beside) {
      assertThat(System.getenv("CI")).as(NO_LIBMODBUS).isNotEqualTo("true");
      System.err.println(NO_LIBMODBUS);
    }
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .exclude(TennesseeOriginal.class.getName()) // nobody has it here
                    .exclude(beside ? "nothing" : ProtocolServers.class.getName())
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(10))
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();

    assertThat(results.stream().map(r -> r.getParams().getBenchmark()).distinct())
        .containsExactlyInAnyOrderElementsOf(names(beside));
    assertThat(results).allMatch(r -> r.getPrimaryResult().getScore() > 0);
  }

  private static List<String> names(boolean beside) {
    return CLASSES.stream()
        .filter(type -> beside || type != ProtocolServers.class)
        .flatMap(type -> Stream.of(type.getDeclaredMethods()).map(m -> name(type, m)))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static String name(Class<?> type, Method method) {
    return method.isAnnotationPresent(Benchmark.class)
        ? type.getName() + "." + method.getName()
        : "";
  }
}
