package org.bumpless.runner.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.bumpless.adapter.pep.Mutant;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.sut.SutFile;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.choice.Fabrics;
import org.bumpless.runner.bench.Providers;
import org.bumpless.runner.mutant.Fate;
import org.bumpless.runner.mutant.Finding;
import org.bumpless.runner.mutant.MutantTable;
import org.bumpless.runner.mutant.MutantTrial;
import org.bumpless.runner.realtime.RealTime;
import org.bumpless.runner.run.ClockMode;
import org.bumpless.runner.run.Length;
import org.bumpless.runner.run.RunDriver;
import org.bumpless.runner.run.RunSpec;
import org.bumpless.runner.run.StopSignals;
import org.bumpless.scenario.profile.Profile;
import org.bumpless.scenario.profile.ProfileFile;
import org.bumpless.scenario.requirement.Catalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bumpless mutants}: the bench itself is tried. */
@Command(
    name = "mutants",
    description =
        "Tries the bench: which deliberately broken variants of the reference product it catches.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 all mutants are caught; 1 one survived; 2 none survived and one is open."
    })
final class MutantsCommand implements Callable<Integer> {
  private static final String CONTROL = "scenarios/suts/reference/sut.yaml";

  @Mixin private RunOptions options = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--only", paramLabel = "ID", description = "only this mutant; may be repeated")
  private List<String> only = List.of();

  @Option(
      names = "--all",
      description = "drive every scenario with every mutant, and list all that catch it")
  private boolean all;

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("picocli gave no command spec");
    }
    PrintWriter out = spec.commandLine().getOut();
    Catalogue catalogue = Inputs.catalogue();
    List<Mutant> mutants = chosen(spec, catalogue);
    Told told = new Told(out);
    try (StopSignals signals = new StopSignals(Thread.currentThread())) {
      MutantTrial trial = trial(catalogue, signals::heard, told);
      try {
        trial.tryAll(mutants, all);
      } finally {
        new MutantTable(out).print(trial.control(), told.findings);
      }
    }
    return exitCode(told.findings);
  }

  static int exitCode(List<Finding> findings) {
    int code = ExitCode.PASSED;
    for (Finding finding : findings) {
      switch (finding.fate()) {
        case Fate.Caught(var _) -> {}
        case Fate.Survived(int _) -> {
          return ExitCode.FAILED;
        }
        case Fate.Open(var _) -> code = ExitCode.INCONCLUSIVE;
      }
    }
    return code;
  }

  private MutantTrial trial(Catalogue catalogue, BooleanSupplier interrupted, Told told)
      throws BadFileException, InterruptedException {
    Plant plant = PlantFile.read(options.plant());
    Profile profile = ProfileFile.read(options.profile());
    Sut control = SutFile.read(Shipped.file(CONTROL));
    RunDriver driver = new RunDriver(System.out, interrupted, RealTime.best());
    Origins origins = Origins.now();
    Fabrics.Choice fabric = options.fabric().choose(control);
    return new MutantTrial(
        control,
        (sut, tags, enough) -> {
          RunDriver.Finished finished =
              driver.run(
                  new RunSpec(
                      plant,
                      sut,
                      profile,
                      catalogue,
                      narrowed(tags),
                      options.seed(),
                      ClockMode.REAL,
                      fabric,
                      options.out(),
                      origins.checkout(),
                      origins.origin(options, Shipped.file(CONTROL), "mutants", own(control, sut)),
                      Length.ONCE,
                      Set.of()),
                  enough);
          return new MutantTrial.Driven(
              finished.result().scenarios(), finished.result().status(), finished.folder());
        },
        told);
  }

  /** Scenarios that both the trial and the options select. */
  private String narrowed(String tags) {
    if (options.tags().isEmpty() || tags.isEmpty()) {
      return options.tags() + tags;
    }
    return "(" + options.tags() + ") and " + tags;
  }

  /** What the line that does it again says besides the usual options. */
  private static List<String> own(Sut control, Sut sut) {
    return sut.equals(control) ? List.of() : List.of("--only", sut.id());
  }

  private List<Mutant> chosen(CommandSpec spec, Catalogue catalogue) {
    List<Mutant> known = Providers.all(Mutant.class);
    Set<String> unknown = new LinkedHashSet<>(only);
    known.forEach(mutant -> unknown.remove(mutant.id()));
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "unknown mutant %s; known are %s"
              .formatted(
                  String.join(", ", unknown),
                  String.join(", ", known.stream().map(Mutant::id).sorted().toList())));
    }
    List<Mutant> chosen =
        known.stream().filter(m -> only.isEmpty() || only.contains(m.id())).toList();
    for (Mutant mutant : chosen) {
      for (String requirement : mutant.breaks()) {
        if (catalogue.find(requirement).isEmpty()) {
          throw new IllegalStateException(
              "mutant %s says that it breaks %s, which the catalogue does not have"
                  .formatted(mutant.id(), requirement));
        }
      }
    }
    return chosen;
  }

  /** Prints as the trial goes on and keeps what it has found, for the table at the end. */
  private record Told(PrintWriter out, List<Finding> findings) implements MutantTrial.Progress {
    Told(PrintWriter out) {
      this(out, new ArrayList<>());
    }

    @Override
    public void drives(String what) {
      out.println();
      out.println(what);
      out.flush();
    }

    @Override
    public void found(Finding finding) {
      findings.add(finding);
      out.println(finding.fate().word() + "  " + finding.mutant().id());
      out.flush();
    }
  }
}
