package org.bumpless.runner.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bumpless.runner.mutant.Results.failed;
import static org.bumpless.runner.mutant.Results.inconclusive;
import static org.bumpless.runner.mutant.Results.passed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.pep.Mutant;
import org.bumpless.adapter.sut.Access;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Feature;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.runner.MissingException;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.ScenarioResult;
import org.junit.jupiter.api.Test;

/** In what order control and mutants are driven, through which scenarios, and what ends it. */
class MutantTrialTest {
  private static final Sut CONTROL =
      new Sut(
          "reference",
          "Reference",
          "Ours",
          Path.of("suts/reference"),
          new Deployment.Builtin("reference"),
          new Access.Tls(),
          Set.of(Feature.MUTUAL_TLS),
          Optional.empty(),
          Map.of("island", "30 s"));
  private static final Mutant ONE = new FakeMutant("one", "ENF-02", "DEC-01");
  private static final Mutant TWO = new FakeMutant("two", "LAT-01");
  private static final String OWN_OF_ONE = "(@DEC-01 or @ENF-02)";
  private static final String OWN_OF_ALL = "(@DEC-01 or @ENF-02 or @LAT-01)";
  private static final String OWN_OF_TWO = "(@LAT-01)";

  private final List<String> driven = new ArrayList<>();
  private final List<Finding> found = new ArrayList<>();

  @Test
  void theControlComesFirstAndEachMutantMeetsItsOwnScenarios() throws InterruptedException {
    List<Finding> findings =
        trial((sut, tags) -> isControl(sut) ? passed("a") : failed("a"))
            .tryAll(List.of(ONE, TWO), false);

    assertThat(driven)
        .containsExactly("reference " + OWN_OF_ALL, "one " + OWN_OF_ONE, "two " + OWN_OF_TWO);
    assertThat(findings).isEqualTo(found).extracting(Finding::mutant).containsExactly(ONE, TWO);
    assertThat(findings).extracting(f -> f.fate().word()).containsOnly("CAUGHT");
    assertThat(findings.getFirst().folders()).containsExactly(Path.of("one 2"));
  }

  @Test
  void aMutantThatNothingCatchesMeetsAllOthersAndSoDoesTheControlOnce()
      throws InterruptedException {
    List<Finding> findings =
        trial((sut, tags) -> passed(tags.startsWith("not") ? "z" : "a"))
            .tryAll(List.of(ONE, TWO), false);

    assertThat(driven)
        .containsExactly(
            "reference " + OWN_OF_ALL,
            "one " + OWN_OF_ONE,
            "reference not " + OWN_OF_ALL,
            "one not " + OWN_OF_ONE,
            "two " + OWN_OF_TWO,
            "two not " + OWN_OF_TWO);
    assertThat(findings).extracting(Finding::fate).containsOnly(new Fate.Survived(2));
    assertThat(findings.getFirst().folders()).hasSize(2);
  }

  @Test
  void aCatchThatNobodyHasForetoldHasToHappenTwice() throws InterruptedException {
    List<Finding> findings =
        trial(
                (sut, tags) -> {
                  boolean own = tags.equals(OWN_OF_ONE) || tags.equals(OWN_OF_ALL);
                  return isControl(sut) || own
                      ? passed(own ? "a" : "z", "MNT-01")
                      : failed("z", "MNT-01");
                })
            .tryAll(List.of(ONE), false);

    assertThat(driven.subList(4, driven.size()))
        .containsExactly("reference (@MNT-01)", "one (@MNT-01)");
    assertThat(findings.getFirst().fate()).isInstanceOf(Fate.Caught.class);
  }

  @Test
  void aFailureThatDoesNotRepeatItselfWasNoCatch() throws InterruptedException {
    List<Finding> findings =
        trial(
                (sut, tags) -> {
                  boolean first = sut.id().equals("one") && tags.startsWith("not");
                  return first ? failed("z", "MNT-01") : passed("z", "MNT-01");
                })
            .tryAll(List.of(ONE), false);

    assertThat(driven).contains("one (@MNT-01)");
    assertThat(findings.getFirst().fate()).isEqualTo(new Fate.Survived(1));
  }

  @Test
  void whatCannotBeToldIsAskedOnceMoreOfBoth() throws InterruptedException {
    List<Finding> findings =
        trial(
                (sut, tags) -> {
                  long times = driven.stream().filter(d -> d.startsWith(sut.id())).count();
                  return isControl(sut)
                      ? passed("a")
                      : times < 2 ? inconclusive("a", "LAT-01") : failed("a", "LAT-01");
                })
            .tryAll(List.of(TWO), false);

    assertThat(driven)
        .containsExactly(
            "reference " + OWN_OF_TWO,
            "two " + OWN_OF_TWO,
            "reference " + OWN_OF_TWO,
            "two " + OWN_OF_TWO);
    assertThat(findings.getFirst().fate()).isInstanceOf(Fate.Caught.class);
  }

  @Test
  void whatCannotBeToldTwiceStaysOpen() throws InterruptedException {
    List<Finding> findings =
        trial((sut, tags) -> isControl(sut) ? passed("a") : inconclusive("a", "LAT-01"))
            .tryAll(List.of(TWO), false);

    assertThat(driven).hasSize(4);
    assertThat(findings.getFirst().fate()).isInstanceOf(Fate.Open.class);
  }

  @Test
  void aRunOfAMutantEndsAtTheFirstCatchAndThatOfTheControlDoesNot() throws InterruptedException {
    List<String> enough = new ArrayList<>();
    new MutantTrial(
            CONTROL,
            (sut, tags, isEnough) -> {
              List.of(passed("a"), failed("a"), failed("unknown"), inconclusive("a")).stream()
                  .filter(isEnough)
                  .forEach(result -> enough.add(sut.id() + " " + result.standing().word()));
              return over(sut, isControl(sut) ? passed("a") : failed("a"));
            },
            new Noted())
        .tryAll(List.of(ONE), false);

    assertThat(enough).containsExactly("one FAIL");
  }

  @Test
  void everywhereMeansEveryScenarioOnce() throws InterruptedException {
    trial((sut, tags) -> passed("a")).tryAll(List.of(ONE, TWO), true);

    assertThat(driven).containsExactly("reference ", "one ", "two ");
  }

  @Test
  void aMutantIsDrivenAsTheControlIsButForItsProvider() throws InterruptedException {
    List<Sut> suts = new ArrayList<>();
    trial(
            (sut, tags) -> {
              suts.add(sut);
              return failed("a");
            })
        .tryAll(List.of(ONE), true);

    Sut variant = suts.getLast();
    assertThat(variant.id()).isEqualTo("one");
    assertThat(variant.deployment()).isEqualTo(new Deployment.Builtin("one"));
    assertThat(variant)
        .usingRecursiveComparison()
        .ignoringFields("id", "title", "deployment")
        .isEqualTo(CONTROL);
  }

  @Test
  void aMutantWithWhichTheBenchDoesNotComeUpIsOpenAndTheOthersGoOn() throws InterruptedException {
    List<Finding> findings =
        trial(
                (sut, tags) -> {
                  if (sut.id().equals("one")) {
                    throw new MissingException("port taken", new IOException("taken"));
                  }
                  return isControl(sut) ? passed("a") : failed("a");
                })
            .tryAll(List.of(ONE, TWO), false);

    assertThat(findings.getFirst().fate())
        .isInstanceOfSatisfying(
            Fate.Open.class,
            open -> assertThat(open.doubts()).singleElement().asString().contains("port taken"));
    assertThat(driven)
        .containsExactly("reference " + OWN_OF_ALL, "one " + OWN_OF_ONE, "two " + OWN_OF_TWO);
    assertThat(findings.getLast().fate()).isInstanceOf(Fate.Caught.class);
  }

  @Test
  void withoutAControlThereIsNoTrial() {
    MutantTrial trial =
        trial(
            (sut, tags) -> {
              throw new MissingException("port taken", new IOException("taken"));
            });

    assertThatThrownBy(() -> trial.tryAll(List.of(ONE), false))
        .isInstanceOf(MissingException.class);
    assertThat(driven).hasSize(1);
  }

  @Test
  void anInterruptedRunEndsTheTrialAndCountsForNothing() {
    MutantTrial trial =
        new MutantTrial(
            CONTROL,
            (sut, tags, enough) -> {
              driven.add(sut.id());
              boolean cut = sut.id().equals("two");
              ScenarioResult result = isControl(sut) ? passed("a") : failed("a");
              return cut
                  ? new MutantTrial.Driven(
                      List.of(result), RunResult.Status.INTERRUPTED, Path.of("two"))
                  : over(sut, result);
            },
            new Noted());

    assertThatThrownBy(() -> trial.tryAll(List.of(ONE, TWO, ONE), false))
        .isInstanceOf(InterruptedException.class);
    assertThat(driven).containsExactly("reference", "one", "two");
    assertThat(found).extracting(Finding::mutant).containsExactly(ONE);
  }

  /** What a run of a product with a tag expression brings. */
  private interface Bench {
    ScenarioResult drive(Sut sut, String tags);
  }

  private MutantTrial trial(Bench bench) {
    return new MutantTrial(
        CONTROL,
        (sut, tags, enough) -> {
          driven.add(sut.id() + " " + tags);
          return over(sut, bench.drive(sut, tags));
        },
        new Noted());
  }

  private MutantTrial.Driven over(Sut sut, ScenarioResult result) {
    return new MutantTrial.Driven(
        List.of(result), RunResult.Status.FINISHED, Path.of(sut.id() + " " + driven.size()));
  }

  private static boolean isControl(Sut sut) {
    return sut.equals(CONTROL);
  }

  private final class Noted implements MutantTrial.Progress {
    @Override
    public void drives(String what) {
      assertThat(what).isNotEmpty();
    }

    @Override
    public void found(Finding finding) {
      found.add(finding);
    }
  }
}
