package org.bumpless.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * JMH's own command line, followed by the ratios that matter: two figures of one run on one machine
 * can be compared where the figures of two runs cannot. Then what benchmarks have counted
 * themselves.
 */
public final class Benchmarks {
  private static final List<Ratio> RATIOS =
      List.of(
          new Ratio("ReferenceRelay.throughReference", "ReferenceRelay.direct"),
          new Ratio("ModbusRoundTrip.tls", "ModbusRoundTrip.plain"),
          new Ratio("PdpDecision.cedarOverAuthzen", "PdpDecision.cedarInProcess"),
          new Ratio("TennesseeEastman.step", "TennesseeOriginal.step"));

  private Benchmarks() {}

  /** How many times as long one benchmark takes as another. */
  private record Ratio(String of, String to) {
    Optional<String> in(Collection<RunResult> results) {
      return mean(results, of)
          .flatMap(
              slow ->
                  mean(results, to)
                      .map(
                          quick ->
                              String.format(
                                  Locale.ROOT, "%-40s %5.2f times %s", of, slow / quick, to)));
    }
  }

  /** What a benchmark has counted itself, which JMH adds up: here for one of its rounds. */
  private static Stream<String> figures(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    String name =
        benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
    List<String> lines = new ArrayList<>();
    result
        .getSecondaryResults()
        .forEach(
            (figure, counted) -> {
              Statistics rounds = counted.getStatistics();
              lines.add(
                  String.format(
                      Locale.ROOT,
                      "%-40s %,.2f (%,.2f to %,.2f in %d rounds)",
                      name + " " + figure,
                      rounds.getMean(),
                      rounds.getMin(),
                      rounds.getMax(),
                      rounds.getN()));
            });
    return lines.stream();
  }

  private static Optional<Double> mean(Collection<RunResult> results, String benchmark) {
    return results.stream()
        .filter(r -> r.getParams().getBenchmark().endsWith("." + benchmark))
        .map(r -> r.getPrimaryResult().getScore())
        .findFirst();
  }

  /** Takes JMH's arguments; ends with 1 if a benchmark fails or none is selected. */
  public static void main(String[] arguments) throws Exception {
    CommandLineOptions options = new CommandLineOptions(arguments);
    if (options.shouldHelp()
        || options.shouldList()
        || options.shouldListWithParams()
        || options.shouldListProfilers()
        || options.shouldListResultFormats()) {
      Main.main(arguments);
      return;
    }
    try {
      Collection<RunResult> results =
          new Runner(new OptionsBuilder().parent(options).shouldFailOnError(true).build()).run();
      System.out.println();
      RATIOS.forEach(ratio -> ratio.in(results).ifPresent(System.out::println));
      results.stream().flatMap(Benchmarks::figures).forEach(System.out::println);
    } catch (NoBenchmarksException e) {
      System.err.println("no benchmark matches; -l lists them all");
      System.exit(1);
    } catch (RunnerException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
