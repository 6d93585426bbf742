package org.bumpless.scenario.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bumpless.scenario.testing.Story.DENIED;
import static org.bumpless.scenario.testing.Story.OK;
import static org.bumpless.scenario.testing.Story.SILENT;
import static org.bumpless.scenario.testing.Story.real;

import java.util.Map;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.Wish;
import org.bumpless.scenario.testing.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
  private static final String SP = "LIC-1.SP";

  private final Story story = new Story();

  @Test
  void nothingDoneAndNothingChangedBalances() {
    assertThat(books().balanced()).isTrue();
  }

  @Test
  void aWantedWriteThatTakesHoldOnceBalances() {
    story.wanted("anna", SP, 62, 100, OK).effect(SP, 62, 103);

    assertThat(books().balanced()).isTrue();
  }

  @Test
  void theEffectMayFollowTheAnswerByAScan() {
    story.wanted("anna", SP, 62, 100, OK).effect(SP, 62, 115);

    assertThat(books().balanced()).isTrue();
  }

  @Test
  void anEffectWithoutAnyActIsNobodysAndUnexplained() {
    story.effect(SP, 62, 103);

    assertUnexplained(62, "no operation of anybody explains it");
  }

  @Test
  void whatTheProductCalledDeniedAndTookHoldIsUnexplained() {
    story.unwanted("ben", SP, 93, 100, DENIED).effect(SP, 93, 103);

    assertUnexplained(93, "ben at EWS-1 tried this and had no right to");
  }

  @Test
  void silenceIsNoDenialEither() {
    story.unwanted("ben", SP, 93, 100, SILENT).effect(SP, 93, 900);

    assertUnexplained(93, "ben at EWS-1 tried this and had no right to");
  }

  @Test
  void aWantedWriteThatWasAnsweredAndDidNotTakeHoldIsLost() {
    story.wanted("anna", SP, 62, 100, OK);

    assertThat(books().lost()).extracting(Entry.Act::actor).containsExactly("anna");
    assertThat(books().hindered()).isEmpty();
    assertThat(books().unexplained()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"DENIED", "SILENT"})
  void aWantedWriteThatWasNotAnsweredIsHinderedWhetherItTookHoldOrNot(String how) {
    Outcome outcome = how.equals("DENIED") ? DENIED : SILENT;
    story.wanted("anna", SP, 62, 100, outcome).wanted("anna", SP, 63, 200, outcome);
    story.effect(SP, 63, 205);

    assertThat(books().hindered()).hasSize(2);
    assertThat(books().lost()).isEmpty();
    assertThat(books().unexplained()).isEmpty();
  }

  @Test
  void aWriteThatIsDeliveredTwiceIsUnexplainedTheSecondTime() {
    story.wanted("anna", SP, 62, 100, OK).effect(SP, 62, 103).effect(SP, 62, 113);

    assertUnexplained(62, "a write of anna took hold once too often");
  }

  @Test
  void twoIdenticalWantedWritesExplainTwoEffectsAndNoThird() {
    story.wanted("anna", SP, 62, 100, OK).wanted("ben", SP, 62, 104, OK);
    story.effect(SP, 62, 110).effect(SP, 62, 120);
    assertThat(books().balanced()).isTrue();

    story.effect(SP, 62, 130);
    assertThat(books().unexplained()).hasSize(1);
  }

  @Test
  void oneOfTwoIdenticalWantedWritesThatTookHoldLeavesTheOtherLost() {
    story.wanted("anna", SP, 62, 100, OK).effect(SP, 62, 103);
    story.wanted("ben", SP, 62, 200, OK);

    assertThat(books().lost()).extracting(Entry.Act::actor).containsExactly("ben");
  }

  @Test
  void anEffectWithAnotherValueIsUnexplainedAndTheWriteIsLost() {
    story.wanted("anna", SP, 62, 100, OK).effect(SP, 61.9, 103);

    assertUnexplained(61.9, "a write of anna took hold with another value");
    assertThat(books().lost()).hasSize(1);
  }

  @Test
  void anEffectOnAnotherTagIsNotExplained() {
    story.wanted("anna", SP, 62, 100, OK).effect("LIC-2.SP", 62, 103);

    assertUnexplained(62, "no operation of anybody explains it");
  }

  @Test
  void anEffectBeforeTheWriteWasSentIsNotExplained() {
    story.effect(SP, 62, 99).wanted("anna", SP, 62, 100, OK);

    assertUnexplained(62, "no operation of anybody explains it");
    assertThat(books().lost()).hasSize(1);
  }

  @Test
  void aWriteThatTakesHoldLongAfterItsSenderGaveUpIsStale() {
    story.write(Wish.PROBE, "anna", SP, 62, 100, 1600, SILENT).effect(SP, 62, 3601);

    assertUnexplained(62, "a write of anna took hold too late, or once too often");
  }

  @Test
  void aWriteThatTakesHoldJustAfterItsSenderGaveUpIsNotStale() {
    story.write(Wish.PROBE, "anna", SP, 62, 100, 1600, SILENT).effect(SP, 62, 3600);

    assertThat(books().balanced()).isTrue();
  }

  @Test
  void anOldWriteThatNeverTookHoldDoesNotCoverForALaterAttack() {
    story.wanted("anna", SP, 62, 100, DENIED);
    story.unwanted("ben", SP, 62, 60_000, DENIED).effect(SP, 62, 60_004);

    assertUnexplained(62, "ben at EWS-1 tried this and had no right to");
  }

  @Test
  void anAttackWithTheValueOfAWantedWriteAtTheSameTimeIsFound() {
    story.wanted("anna", SP, 62, 100, OK).unwanted("ben", SP, 62, 101, DENIED);
    story.effect(SP, 62, 104).effect(SP, 62, 105);

    assertThat(books().unexplained()).hasSize(1);
  }

  @Test
  void theCauseIsTheWriteWithThatValueNotTheLatestOfTheTag() {
    story.unwanted("ben", SP, 93, 100, DENIED).wanted("anna", SP, 62, 101, OK);
    story.effect(SP, 62, 104).effect(SP, 93, 105);

    assertUnexplained(93, "ben at EWS-1 tried this and had no right to");
  }

  @Test
  void aProbeExplainsItsEffectAndIsNeitherLostNorHindered() {
    story.probe(SP, 90, 100, 102, OK).effect(SP, 90, 104);
    story.probe(SP, 91, 110, 112, OK).probe(SP, 92, 120, 122, DENIED);

    assertThat(books().balanced()).isTrue();
  }

  @Test
  void aDownloadIsWholeOrLost() {
    AssetId server = new AssetId("LIC-1");
    Operation download =
        new Operation.Download(
            Map.of(new TagId(server, "KP"), real(1.25), new TagId(server, "TI"), real(11)));
    story.act(Wish.WANTED, "anna", server, download, 100, 110, OK).effect("LIC-1.KP", 1.25, 108);

    assertThat(books().lost()).hasSize(1);

    story.effect("LIC-1.TI", 11, 109);
    assertThat(books().balanced()).isTrue();
  }

  @Test
  void theOrderInWhichEffectsBecameKnownDoesNotMatter() {
    story.write(Wish.WANTED, "anna", SP, 62, 100, 105, OK);
    story.write(Wish.WANTED, "ben", SP, 62, 2_500, 2_505, OK);
    story.effect(SP, 62, 2_510).effect(SP, 62, 110);

    assertThat(books().balanced()).isTrue();
  }

  @Test
  void aReadThatWasRefusedIsHinderedWhenWantedAndNothingWhenNot() {
    AssetId server = new AssetId("LIC-1");
    Operation read = new Operation.Read(java.util.List.of(TagId.parse("LIC-1.PV")));
    story.act(Wish.UNWANTED, "mallory", server, read, 100, 105, DENIED);
    assertThat(books().balanced()).isTrue();

    story.act(Wish.WANTED, "ben", server, read, 100, 105, DENIED);
    assertThat(books().hindered()).extracting(Entry.Act::actor).containsExactly("ben");
  }

  private void assertUnexplained(double value, String cause) {
    assertThat(books().unexplained())
        .singleElement()
        .satisfies(
            u -> {
              assertThat(u.effect().after()).isEqualTo(real(value));
              assertThat(u.cause()).isEqualTo(cause);
            });
  }

  private Books books() {
    return Ledger.balance(story.acts(), story.changes());
  }
}
