package org.bumpless.scenario.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bumpless.scenario.testing.Story.DENIED;
import static org.bumpless.scenario.testing.Story.OK;
import static org.bumpless.scenario.testing.Story.SILENT;
import static org.bumpless.scenario.testing.Story.ms;
import static org.bumpless.scenario.testing.Story.real;

import java.util.List;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.scenario.bench.HostStalls;
import org.bumpless.scenario.history.Wish;
import org.bumpless.scenario.testing.Story;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlantCheckTest {
  private static final String SP = "LIC-1.SP";
  private static final TagId TAG = TagId.parse(SP);
  private static final long FROM = ms(1_000);

  private final Story story = new Story();

  @Nested
  class Unchanged {
    @Test
    void isFailWhenTheTagChangedWhateverWasAnswered() {
      story.unwanted("ben", SP, 93, 1_100, DENIED).effect(SP, 93, 1_105);

      assertThat(unchanged()).isEqualTo(new Verdict.Fail("LIC-1.SP changed from 50.0 to 93.0"));
    }

    @Test
    void isFailWhenTheSameValueWasWrittenAgain() {
      story.unwanted("ben", SP, 50, 1_100, DENIED).effect(SP, 50, 1_105);

      assertThat(unchanged()).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void isPassWhenItWasTriedAndDidNotHappen() {
      story.unwanted("ben", SP, 93, 1_100, SILENT);

      assertThat(unchanged()).isEqualTo(new Verdict.Pass());
    }

    @Test
    void isInconclusiveWhenNobodyTried() {
      assertThat(unchanged())
          .isEqualTo(
              new Verdict.Inconclusive(
                  "nobody tried to change LIC-1.SP: there is nothing to judge"));
    }

    @Test
    void isInconclusiveWhenOnlyAnotherTagOrAnotherScenarioTried() {
      story.unwanted("ben", "LIC-2.SP", 93, 1_100, DENIED).unwanted("ben", SP, 93, 900, DENIED);

      assertThat(unchanged()).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void isInconclusiveWhenTheOnlyWriteWasWanted() {
      story.wanted("anna", SP, 62, 1_100, DENIED);

      assertThat(unchanged()).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void looksAtThisScenarioOnly() {
      story.effect(SP, 93, 999).unwanted("ben", SP, 93, 1_100, DENIED);

      assertThat(unchanged()).isEqualTo(new Verdict.Pass());
    }

    private Verdict unchanged() {
      return PlantCheck.unchanged(story.history(), FROM, TAG);
    }
  }

  @Nested
  class ChangedOnce {
    @Test
    void isPassWhenTheWantedWriteTookHoldOnce() {
      story.wanted("anna", SP, 62, 1_100, OK).effect(SP, 62, 1_105);

      assertThat(changedOnce(HostStalls.NONE)).isEqualTo(new Verdict.Pass());
    }

    @Test
    void isFailWhenItTookHoldNotAtAllOrTwiceOrWithAnotherValue() {
      story.wanted("anna", SP, 62, 1_100, OK);
      assertThat(changedOnce(HostStalls.NONE))
          .isEqualTo(new Verdict.Fail("LIC-1.SP was to change to 62.0 once; it did so 0 times"));

      story.effect(SP, 61, 1_105);
      assertThat(changedOnce(HostStalls.NONE)).isInstanceOf(Verdict.Fail.class);

      story.effect(SP, 62, 1_110).effect(SP, 62, 1_120);
      assertThat(changedOnce(HostStalls.NONE))
          .isEqualTo(new Verdict.Fail("LIC-1.SP was to change to 62.0 once; it did so 2 times"));
    }

    @Test
    void isInconclusiveWhenNobodyAskedForIt() {
      story.effect(SP, 62, 1_105);

      assertThat(changedOnce(HostStalls.NONE)).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void isInconclusiveWhenTheHostStoodStillAndNothingCameBack() {
      story.write(Wish.WANTED, "anna", SP, 62, 1_100, 2_600, SILENT);

      assertThat(changedOnce(stall(400))).isInstanceOf(Verdict.Inconclusive.class);
      assertThat(changedOnce(stall(300))).isInstanceOf(Verdict.Fail.class);
    }

    private Verdict changedOnce(HostStalls stalls) {
      return PlantCheck.changedOnce(story.history(), stalls, FROM, TAG, real(62));
    }
  }

  @Nested
  class TheBooks {
    @Test
    void areFailForAnAttackThatTookHold() {
      story.unwanted("ben", SP, 93, 1_100, DENIED).effect(SP, 93, 1_105);

      assertThat(books(HostStalls.NONE))
          .isEqualTo(
              new Verdict.Fail(
                  "LIC-1.SP changed from 50.0 to 93.0: ben at EWS-1 tried this and had no right"
                      + " to"));
    }

    @Test
    void areFailForALateWriteOfAnEarlierScenario() {
      story.unwanted("ben", SP, 93, 900, DENIED).effect(SP, 93, 4_000);

      assertThat(books(HostStalls.NONE)).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void areFailForLegitimateWorkThatWasHindered() {
      story.wanted("anna", SP, 62, 1_100, DENIED);

      assertThat(books(HostStalls.NONE).reasons())
          .containsExactly(
              "anna at EWS-1: write SP = 62.0 on LIC-1 over modbus-tcp is legitimate work and was"
                  + " hindered: refused, exception 1");
    }

    @Test
    void areFailForARefusalEvenIfTheHostStoodStill() {
      story.write(Wish.WANTED, "anna", SP, 62, 1_100, 2_600, DENIED);

      assertThat(books(stall(1_000))).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void areInconclusiveForSilenceWhileTheHostStoodStill() {
      story.write(Wish.WANTED, "anna", SP, 62, 1_100, 2_600, SILENT);

      assertThat(books(HostStalls.NONE)).isInstanceOf(Verdict.Fail.class);
      assertThat(books(stall(376)))
          .isInstanceOf(Verdict.Inconclusive.class)
          .extracting(v -> v.reasons().getFirst())
          .asString()
          .endsWith(
              "the host itself stood still for 376 ms meanwhile: a quieter host would settle it");
    }

    @Test
    void areInconclusiveForSilenceThatWasLongOnABusyHost() {
      story.write(Wish.WANTED, "anna", SP, 62, 1_100, 1_760, SILENT);

      assertThat(books(busy(1_200, 1_700)))
          .isInstanceOf(Verdict.Inconclusive.class)
          .extracting(v -> v.reasons().getFirst())
          .asString()
          .endsWith(
              "the host itself stood still for 0 ms and had no processor to spare meanwhile: a quieter host would settle it");
      assertThat(books(busy(2_000, 2_500))).as("busy later").isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void doNotExcuseARefusalOrAConnectionThatWasClosedAtOnceByABusyHost() {
      story.write(Wish.WANTED, "anna", SP, 62, 1_100, 1_110, SILENT);
      assertThat(books(busy(1_000, 2_000))).isInstanceOf(Verdict.Fail.class);

      story.write(Wish.WANTED, "anna", SP, 62, 1_100, 2_600, DENIED);
      assertThat(books(busy(1_000, 3_000))).isInstanceOf(Verdict.Fail.class);
    }

    private static HostStalls busy(long fromMillis, long toMillis) {
      return new HostStalls() {
        @Override
        public long longestNanos(long fromNanos, long toNanos) {
          return 0;
        }

        @Override
        public boolean busy(long fromNanos, long toNanos) {
          return fromNanos <= ms(toMillis) && ms(fromMillis) <= toNanos;
        }
      };
    }

    @Test
    void doNotExcuseAConnectionThatWasClosedAtOnceByASmallStall() {
      story.write(Wish.WANTED, "anna", SP, 62, 1_100, 1_110, SILENT);

      assertThat(books(stall(10))).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void areFailForABreachThoughTheHostStoodStillForSomethingElse() {
      story.write(Wish.WANTED, "anna", SP, 62, 1_100, 2_600, SILENT);
      story.unwanted("ben", SP, 93, 1_100, DENIED).effect(SP, 93, 1_105);

      assertThat(books(stall(1_000)))
          .isEqualTo(
              new Verdict.Fail(
                  "LIC-1.SP changed from 50.0 to 93.0: ben at EWS-1 tried this and had no right"
                      + " to"));
    }

    @Test
    void leaveOutWhatHappenedBeforeAndAfter() {
      story.effect(SP, 93, 999).effect(SP, 94, 5_001).wanted("anna", SP, 62, 900, DENIED);

      assertThat(books(HostStalls.NONE)).isEqualTo(new Verdict.Pass());
    }

    private Verdict books(HostStalls stalls) {
      return PlantCheck.booksBalance(story.history(), stalls, FROM, ms(5_000));
    }
  }

  @Nested
  class Attempts {
    @Test
    void nothingAttemptedIsNothingToJudge() {
      story.wanted("anna", SP, 62, 1_100, OK).unwanted("ben", SP, 62, 900, DENIED);
      assertThat(PlantCheck.attempted(story.history(), FROM))
          .isInstanceOf(Verdict.Inconclusive.class);

      Operation sweep = new Operation.Sweep();
      story.act(Wish.UNWANTED, "mallory", new AssetId("LIC-1"), sweep, 1_100, 1_200, DENIED);
      assertThat(PlantCheck.attempted(story.history(), FROM)).isEqualTo(new Verdict.Pass());
    }

    @Test
    void aDownloadCountsAsATryOnEachOfItsTags() {
      AssetId server = TAG.controller();
      Operation download = new Operation.Download(java.util.Map.of(TAG, real(93)));
      story.act(Wish.UNWANTED, "ben", server, download, 1_100, 1_105, DENIED);

      assertThat(
              List.of(
                  PlantCheck.unchanged(story.history(), FROM, TAG),
                  PlantCheck.unchanged(story.history(), FROM, TagId.parse("LIC-1.KP"))))
          .satisfiesExactly(
              tried -> assertThat(tried).isInstanceOf(Verdict.Pass.class),
              notTried -> assertThat(notTried).isInstanceOf(Verdict.Inconclusive.class));
    }
  }

  /** A host that stood still for so long, at whatever time is asked for. */
  private static HostStalls stall(long millis) {
    return (from, to) -> ms(millis);
  }
}
