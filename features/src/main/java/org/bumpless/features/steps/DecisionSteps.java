package org.bumpless.features.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.World;
import org.bumpless.scenario.bench.Bench;
import org.bumpless.scenario.check.DecisionCheck;
import org.bumpless.scenario.decision.Conformance;
import org.bumpless.scenario.decision.Questions;
import org.bumpless.scenario.decision.Score;
import org.bumpless.scenario.decision.Site;

/** The decision point by itself: it is asked past the product. */
public final class DecisionSteps {
  private final World world;
  private Optional<Score> score = Optional.empty();

  public DecisionSteps(World world) {
    this.world = world;
  }

  @When("the decision point is asked all that the policy tells apart")
  public void asked() {
    askedTogether(1);
  }

  @When("the decision point is asked all that the policy tells apart, {int} questions at a time")
  public void askedTogether(int questions) {
    Bench bench = world.bench();
    PolicyDecisionPoint pdp =
        bench
            .decisionPoint()
            .orElseThrow(() -> new ClaimOpen("the product has no decision point to be asked"));
    Site site = Site.of(bench.plant(), bench.clock().instant());
    Score reached =
        new Conformance(pdp, site, questions)
            .score(Questions.all(new SplittableRandom(bench.seed())));
    world.note(reached.inWords());
    score = Optional.of(reached);
  }

  @Then("it has decided each as the policy means")
  public void asThePolicyMeans() {
    world.claim(
        DecisionCheck.asThePolicyMeans(
            score.orElseThrow(() -> new ClaimOpen("nobody has asked the decision point"))));
  }
}
