package org.bumpless.pdp.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.pdp.authzen.SeededPolicyErrors.Seeded;
import org.bumpless.plant.model.AssetId;
import org.bumpless.scenario.check.DecisionCheck;
import org.bumpless.scenario.decision.Conformance;
import org.bumpless.scenario.decision.Question;
import org.bumpless.scenario.decision.Questions;
import org.bumpless.scenario.decision.Score;
import org.bumpless.scenario.decision.Site;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The conformance run finds every mistake that is seeded into the shipped policy, on Cedar in
 * process and through the AuthZEN service; the policy as it is shipped passes both.
 */
@Timeout(300)
class SeededPolicyErrorsIT {
  private static final long SEED = 1;
  private static final int AT_ONCE = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Site SITE =
      new Site(
          "tank-farm",
          new AssetId("LIC-101"),
          new AssetId("LIC-402"),
          Instant.parse("2026-03-01T08:00:00Z"));
  private static final List<Question> QUESTIONS = Questions.all(new SplittableRandom(SEED));

  @TempDir private Path folder;

  static Stream<Seeded> errors() {
    return SeededPolicyErrors.all().stream();
  }

  @Test
  void thereAreManyAndNoTwoAreAlike() {
    List<Seeded> all = SeededPolicyErrors.all();

    assertThat(all).hasSizeGreaterThanOrEqualTo(30);
    assertThat(all).extracting(Seeded::id).doesNotHaveDuplicates();
  }

  @Test
  void thePolicyAsItIsShippedPassesInProcess() throws Exception {
    try (PolicyDecisionPoint cedar = SeededPolicyErrors.sound(folder)) {
      assertPasses(new Conformance(cedar, SITE, 1).score(QUESTIONS));
    }
  }

  @Test
  void thePolicyAsItIsShippedPassesThroughTheService() throws Exception {
    try (PolicyDecisionPoint cedar = SeededPolicyErrors.sound(folder);
        DecisionService service = serve(cedar);
        PolicyDecisionPoint client = new AuthzenClient(Endpoints.below(service.url()), PATIENCE)) {
      assertPasses(new Conformance(client, SITE, 1).score(QUESTIONS));
      assertPasses(new Conformance(client, SITE, AT_ONCE).score(QUESTIONS));
    }
  }

  private static void assertPasses(Score score) {
    System.out.println("seed " + SEED + ": " + score.inWords());
    assertThat(score.asked()).isGreaterThan(2_000).isEqualTo(QUESTIONS.size());
    assertThat(DecisionCheck.asThePolicyMeans(score)).isEqualTo(new Verdict.Pass());
  }

  @ParameterizedTest
  @MethodSource("errors")
  void isFound(Seeded error) throws Exception {
    try (PolicyDecisionPoint cedar = SeededPolicyErrors.with(error, folder);
        DecisionService service = serve(cedar);
        PolicyDecisionPoint client = new AuthzenClient(Endpoints.below(service.url()), PATIENCE)) {
      Score inProcess = new Conformance(cedar, SITE, 1).score(QUESTIONS);

      assertThat(DecisionCheck.asThePolicyMeans(inProcess))
          .as("%s, in process: %s", error, inProcess.inWords())
          .isInstanceOf(Verdict.Fail.class);
      assertThat(inProcess.lacks()).as("undecided by %s", error).isEmpty();
      assertThat(inProcess.findings().getFirst().differs())
          .as("%s: %s", error, inProcess.findings().getFirst().inWords())
          .hasSizeLessThanOrEqualTo(2);
      System.out.println(error + ": " + inProcess.findings().getFirst().inWords());
      assertThat(new Conformance(client, SITE, AT_ONCE).score(QUESTIONS))
          .as("%s, through the service", error)
          .isEqualTo(inProcess);
    }
  }

  private static DecisionService serve(PolicyDecisionPoint pdp) throws Exception {
    return new AuthzenServiceFactory()
        .serve(pdp, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }
}
