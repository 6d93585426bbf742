package org.bumpless.scenario.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bumpless.scenario.testing.Story.DENIED;
import static org.bumpless.scenario.testing.Story.OK;
import static org.bumpless.scenario.testing.Story.SILENT;
import static org.bumpless.scenario.testing.Story.ms;

import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.check.RevocationCheck.Finding;
import org.bumpless.scenario.testing.Story;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario that begins at 1 s and revokes at 2 s, with a budget of 5 s. */
class RevocationCheckTest {
  private static final String TAG = "LIC-4.OUT_MAX";
  private static final long BEGIN = 1_000;
  private static final long REVOKED = 2_000;
  private static final long BUDGET = 5_000;
  private static final long AFTER = REVOKED + BUDGET + 10;

  private final Story story = new Story();

  @Test
  void accessThatEndsInsideTheBudgetPasses() {
    accepted(1, 1_900).accepted(2, 2_300).stopped(3, 2_310, DENIED).stopped(4, AFTER, DENIED);

    assertThat(finding()).isEqualTo(new Finding(ms(305), ms(312), new Verdict.Pass()));
  }

  @Test
  void accessThatEndsAtOncePasses() {
    accepted(1, 1_900).stopped(2, 2_010, DENIED).stopped(3, AFTER, SILENT);

    assertThat(finding()).isEqualTo(new Finding(0, ms(12), new Verdict.Pass()));
  }

  @Test
  void aWriteThatTakesHoldAfterTheBudgetFails() {
    accepted(1, 1_900).accepted(2, 7_000).stopped(3, AFTER, DENIED);

    assertThat(finding().verdict())
        .isEqualTo(
            new Verdict.Fail(
                "a write still took hold 5005.000 ms after the revocation; the budget is 5000.000"
                    + " ms"));
  }

  @Test
  void deniedAndForwardedIsAcceptedWhateverTheClientWasTold() {
    accepted(1, 1_900);
    story.probe(TAG, 2, AFTER, AFTER + 2, DENIED).effect(TAG, 2, AFTER + 5);

    assertThat(finding().verdict()).isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void aProbeThatIsDeliveredTwiceCountsTheSecondTimeToo() {
    accepted(1, 1_900).stopped(2, 2_010, DENIED);
    story.effect(TAG, 1, AFTER);

    assertThat(finding().verdict()).isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void accessThatComesBackAfterTheBudgetFails() {
    accepted(1, 1_900).stopped(2, 2_010, DENIED).accepted(3, AFTER);

    assertThat(finding().verdict()).isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void noProbeAtAllIsNothingToJudge() {
    assertInconclusive("the last probe before the revocation did not take hold");
  }

  @Test
  void noProbeBeforeTheRevocationIsNothingToJudge() {
    stopped(1, 2_010, DENIED).stopped(2, AFTER, DENIED);

    assertInconclusive("the last probe before the revocation did not take hold");
  }

  @Test
  void accessThatHadEndedBeforeTheRevocationIsNothingToJudge() {
    accepted(1, 1_800)
        .stopped(2, 1_900, DENIED)
        .stopped(3, 2_010, DENIED)
        .stopped(4, AFTER, DENIED);

    assertInconclusive("the last probe before the revocation did not take hold");
  }

  @Test
  void probesOfAnEarlierScenarioDoNotCount() {
    accepted(1, 500).stopped(2, 2_010, DENIED).stopped(3, AFTER, DENIED);

    assertInconclusive("the last probe before the revocation did not take hold");
  }

  @Test
  void probesAtAnotherControllerDoNotCount() {
    story.probe("LIC-5.OUT_MAX", 1, 1_900, 1_902, OK).effect("LIC-5.OUT_MAX", 1, 1_905);
    story.probe("LIC-5.OUT_MAX", 2, 2_010, 2_012, DENIED);
    story.probe("LIC-5.OUT_MAX", 3, AFTER, AFTER + 2, DENIED);

    assertInconclusive("the last probe before the revocation did not take hold");
  }

  @Test
  void noProbeAfterTheRevocationIsNothingToJudge() {
    accepted(1, 1_900);

    assertInconclusive("no probe was sent after the last accepted one");
  }

  @Test
  void everyProbeAcceptedInsideTheBudgetAndNoneLaterDoesNotTell() {
    accepted(1, 1_900).accepted(2, 2_500).accepted(3, 6_900);

    assertInconclusive("no probe was sent after the last accepted one");
  }

  @Test
  void noProbeAfterTheBudgetDoesNotTellThatNothingIsAcceptedThen() {
    accepted(1, 1_900).stopped(2, 2_010, DENIED);

    assertInconclusive("no probe was sent after the budget 5000.000 ms");
  }

  @ParameterizedTest
  @ValueSource(longs = {5_001, 6_000, 60_000})
  void aGapBetweenProbesThatReachesBeyondTheBudgetDoesNotTell(long millis) {
    accepted(1, 1_900).accepted(2, 2_100).stopped(3, REVOKED + millis, DENIED);

    assertInconclusive("the first stopped probe ended ");
  }

  @Test
  void aProbeThatHangsBeyondTheBudgetIsSilenceAndDoesNotTell() {
    accepted(1, 1_900);
    story.probe(TAG, 2, 2_010, 7_010, SILENT).probe(TAG, 3, 7_020, 7_030, SILENT);

    assertInconclusive("the first stopped probe ended ");
  }

  @Test
  void wishesOtherThanProbesAreLeftOut() {
    story.wanted("anna", TAG, 1, 1_900, OK).effect(TAG, 1, 1_905);
    stopped(2, 2_010, DENIED).stopped(3, AFTER, DENIED);

    assertInconclusive("the last probe before the revocation did not take hold");
  }

  @Test
  void acceptedSinceLooksAtTheEffect() {
    story.effect(TAG, 1, 1_905);

    assertThat(RevocationCheck.acceptedSince(story.history(), TagId.parse(TAG), ms(1_905)))
        .isTrue();
    assertThat(RevocationCheck.acceptedSince(story.history(), TagId.parse(TAG), ms(1_906)))
        .isFalse();
    assertThat(RevocationCheck.acceptedSince(story.history(), TagId.parse("LIC-4.SP"), 0))
        .isFalse();
  }

  private RevocationCheckTest accepted(int value, long sent) {
    story.probe(TAG, value, sent, sent + 2, OK).effect(TAG, value, sent + 5);
    return this;
  }

  private RevocationCheckTest stopped(int value, long sent, Outcome outcome) {
    story.probe(TAG, value, sent, sent + 2, outcome);
    return this;
  }

  private void assertInconclusive(String beginning) {
    assertThat(finding().verdict()).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(finding().verdict().reasons().getFirst()).startsWith(beginning);
  }

  private Finding finding() {
    return RevocationCheck.afterRevocation(
        story.history(), new AssetId("LIC-4"), ms(BEGIN), ms(REVOKED), ms(BUDGET));
  }
}
