package org.bumpless.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bumpless.features.run.Language;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plc.protocol.ProtocolProvider;
import org.bumpless.runner.bench.Providers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bumpless list}: what the bench has. */
@Command(
    name = "list",
    description = "Lists plants, suts, requirements, processes, protocols or steps.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
  private What what = What.requirements;

  /** What can be listed; the names are those of the command line. */
  enum What {
    plants,
    suts,
    requirements,
    processes,
    protocols,
    steps
  }

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("picocli gave no command spec");
    }
    PrintWriter out = spec.commandLine().getOut();
    switch (what) {
      case plants -> files("scenarios/plants", ".yaml").forEach(out::println);
      case suts -> files("scenarios/suts", "sut.yaml").forEach(out::println);
      case requirements ->
          Inputs.catalogue()
              .requirements()
              .forEach(
                  r ->
                      out.printf(
                          "%-7s %-9s %-24s %s%n",
                          r.id(),
                          r.level().name().toLowerCase(java.util.Locale.ROOT),
                          r.feature().map(f -> f.label()).orElse("every product"),
                          r.text()));
      case processes -> ProcessModels.installed().ids().forEach(out::println);
      case protocols ->
          Providers.all(ProtocolProvider.class).forEach(p -> out.println(p.protocol()));
      case steps -> Language.sentences().forEach(out::println);
    }
    return ExitCode.PASSED;
  }

  private static List<Path> files(String below, String ending) throws IOException {
    try (Stream<Path> found = Files.walk(Shipped.file(below), 2)) {
      return found.filter(p -> p.toString().endsWith(ending)).sorted().toList();
    }
  }
}
