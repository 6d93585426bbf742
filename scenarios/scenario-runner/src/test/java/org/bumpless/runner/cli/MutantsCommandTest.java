package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bumpless.adapter.pep.Mutant;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.runner.bench.Providers;
import org.bumpless.runner.mutant.Fate;
import org.bumpless.runner.mutant.Finding;
import org.junit.jupiter.api.Test;

/** {@code bumpless mutants} before any bench is built, and what it makes of findings. */
class MutantsCommandTest {
  private static final Fate CAUGHT =
      new Fate.Caught(List.of(new Fate.Catch("a.feature:1", "a", List.of("ENF-01"), "seen")));
  private static final Fate SURVIVED = new Fate.Survived(45);
  private static final Fate OPEN = new Fate.Open(List.of("noise"));

  @Test
  void anUnknownMutantIsWrongUsageAndTheKnownOnesAreNamed() {
    Said said = Said.by("mutants", "--only", "slow-tail", "--only", "no-such-mutant");

    assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err())
        .contains("unknown mutant no-such-mutant")
        .contains("first-frame-only")
        .contains("slow-tail");
  }

  @Test
  void oneSurvivorFailsTheBenchAndWhatIsOpenKeepsItFromPassing() {
    assertThat(exitCode(CAUGHT, CAUGHT)).isEqualTo(ExitCode.PASSED);
    assertThat(exitCode(CAUGHT, OPEN, CAUGHT)).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(exitCode(OPEN, SURVIVED, CAUGHT)).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void whatTheShippedMutantsBreakStandsInTheCatalogue() throws BadFileException {
    Set<String> known =
        Inputs.catalogue().requirements().stream()
            .map(requirement -> requirement.id())
            .collect(java.util.stream.Collectors.toSet());

    assertThat(Providers.all(Mutant.class))
        .hasSizeGreaterThan(12)
        .allSatisfy(mutant -> assertThat(known).containsAll(mutant.breaks()));
  }

  private static int exitCode(Fate... fates) {
    return MutantsCommand.exitCode(
        Stream.of(fates).map(fate -> new Finding(new NoFault(), fate, List.of())).toList());
  }
}
