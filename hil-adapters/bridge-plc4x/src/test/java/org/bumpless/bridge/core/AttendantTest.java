package org.bumpless.bridge.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bumpless.adapter.pep.ProductException;
import org.junit.jupiter.api.Test;

/** Polling, connecting again, the order of writes and the recorded values, against a double. */
class AttendantTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void readsEachGroupAsOftenAsItsPeriod() throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();
    int before = rig.wire.reads;

    rig.run(Duration.ofSeconds(10));

    assertThat(rig.wire.reads - before)
        .as("100 of one group and 10 of the other")
        .isBetween(105, 112);
    assertThat(rig.values).containsEntry(Rig.SP, 50.0).containsEntry(Rig.MODE, 1.0);
  }

  @Test
  void aTagThatIsNotGivenAnyMoreTakesNoOthersAlong() throws Exception {
    Rig rig = new Rig();
    rig.wire.inOneRequest = true;
    rig.attendant.open();
    rig.wire.raws.remove(Rig.LOCK);
    rig.wire.raws.put(Rig.SP, 90.0);

    rig.run(SECOND);

    assertThat(rig.values).containsEntry(Rig.SP, 55.0);
    assertThat(rig.told).containsExactly("LOST LIC-1.LOCK is not given any more: unknown");
    int before = rig.wire.reads;
    rig.run(SECOND);
    assertThat(rig.wire.reads - before).as("the other, and it alone").isBetween(20, 23);

    rig.wire.raws.put(Rig.LOCK, 0.0);
    rig.run(SECOND);
    assertThat(rig.values).containsEntry(Rig.LOCK, 0.0);
    assertThat(rig.told).hasSize(2).last().isEqualTo("BACK LIC-1.LOCK is given again");
    before = rig.wire.reads;
    rig.run(SECOND);
    assertThat(rig.wire.reads - before).as("both in one exchange again").isBetween(11, 12);
  }

  @Test
  void tellsWhichTagTheControllerDoesNotKnow() {
    Rig rig = new Rig();
    rig.wire.raws.remove(Rig.MODE);

    assertThatThrownBy(rig.attendant::open)
        .isInstanceOf(ProductException.class)
        .hasMessage(
            "line 8: LIC-1.MODE at mode: found unknown; expected an address that the controller has, of the type that it has there")
        .extracting("fault")
        .isEqualTo(ProductException.Cause.BAD_INPUT);
  }

  @Test
  void tellsThatTheControllerIsNotThere() {
    Rig rig = new Rig();
    rig.wire.down = true;

    assertThatThrownBy(rig.attendant::open)
        .isInstanceOf(ProductException.class)
        .hasMessage("no connection")
        .extracting("fault")
        .isEqualTo(ProductException.Cause.UNAVAILABLE);
  }

  @Test
  void triesAgainAfterTimesThatGrow() throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();
    rig.wire.down = true;
    rig.run(Duration.ofSeconds(60));
    assertThat(rig.told).as("told once").containsExactly("LOST gone");
    int before = rig.wire.connects;

    rig.wire.down = false;
    rig.run(Duration.ofSeconds(6));

    assertThat(rig.wire.connects - before).isEqualTo(1);
    assertThat(rig.told).containsExactly("LOST gone", "BACK connected again");
  }

  @Test
  void putsAWriteDownBeforeItIsSent() throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();

    rig.write(Rig.SP, 55);
    rig.run(SECOND);

    assertThat(rig.wire.raws.get(Rig.SP)).isEqualTo(90);
    assertThat(rig.wire.events)
        .containsExactly("RECORDED", "RECORDED", "SENDING", "write SP 90.0", "DONE");
    assertThat(rig.values).containsEntry(Rig.SP, 55.0);
    assertThat(rig.told).containsExactly("settled 1", "WRITTEN LIC-1.SP = 55.0");
  }

  @Test
  void doesNotWriteWhatItCannotPutDown() throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();
    rig.diskFull = true;

    rig.write(Rig.SP, 55);
    rig.run(SECOND);

    assertThat(rig.wire.raws.get(Rig.SP)).isEqualTo(80);
    assertThat(rig.told).anyMatch(t -> t.startsWith("REFUSED") && t.contains("no space left"));
  }

  @Test
  void repeatsAWriteThatDidNotArrive() throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();
    rig.wire.loseRequest = true;

    rig.write(Rig.SP, 55);
    rig.run(SECOND);

    assertThat(rig.wire.events)
        .containsSubsequence("SENDING", "UNANSWERED", "REPEATING", "write SP 90.0", "DONE");
    assertThat(Collections.frequency(rig.wire.events, "write SP 90.0")).isEqualTo(1);
  }

  @Test
  void doesNotRepeatAWriteThatArrived() throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();
    rig.wire.loseAnswer = true;

    rig.write(Rig.SP, 55);
    rig.run(SECOND);

    assertThat(rig.wire.events)
        .containsSubsequence("SENDING", "write SP 90.0", "UNANSWERED", "FOUND");
    assertThat(Collections.frequency(rig.wire.events, "write SP 90.0")).isEqualTo(1);
  }

  @Test
  void doesNotOverwriteWhatSomebodyElseHasWrittenMeanwhile() throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();
    rig.wire.loseRequest = true;
    rig.write(Rig.SP, 55);
    rig.attendant.step();
    rig.wire.raws.put(Rig.SP, 60.0);

    rig.run(SECOND);

    assertThat(rig.wire.raws.get(Rig.SP)).isEqualTo(60);
    assertThat(rig.told).contains("UNKNOWN LIC-1.SP = 55.0: somebody else has written 40.0");
  }

  @Test
  void losesAndDoublesNoWriteWhereverTheConnectionBreaks() throws Exception {
    long seed = 20_261_130;
    SplittableRandom random = new SplittableRandom(seed);
    Rig rig = new Rig();
    rig.attendant.open();
    for (int i = 1; i <= 300; i++) {
      rig.wire.loseRequest = random.nextInt(3) == 0;
      rig.wire.loseAnswer = random.nextInt(3) == 0;
      rig.write(Rig.MODE, i % 4);
      rig.run(SECOND);
      assertThat(rig.wire.raws.get(Rig.MODE)).as("seed %d, write %d", seed, i).isEqualTo(i % 4);
    }
    assertThat(rig.wire.events.stream().filter(e -> e.startsWith("write MODE"))).hasSize(300);
  }

  @Test
  void givesUpAfterAMinuteWithoutAnAnswer() throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();
    rig.wire.loseRequest = true;
    rig.write(Rig.SP, 55);
    rig.attendant.step();
    rig.wire.down = true;
    rig.run(Writes.GIVE_UP_AFTER.plusSeconds(1));
    rig.wire.down = false;

    rig.run(Duration.ofSeconds(10));

    assertThat(rig.wire.raws.get(Rig.SP)).as("not written late").isEqualTo(80);
    assertThat(rig.told).anyMatch(t -> t.startsWith("UNKNOWN LIC-1.SP = 55.0: for 60 s"));
  }

  @Test
  void refusesWhatTheControllerRefuses() throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();
    rig.wire.refuseWrites = true;

    rig.write(Rig.SP, 55);
    rig.run(SECOND);

    assertThat(rig.told).contains("REFUSED LIC-1.SP = 55.0: write-protected");
  }

  @Test
  void refusesMoreThanCanWait() throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();
    for (int i = 0; i <= Plan.WAITING_MAX; i++) {
      rig.write(Rig.MODE, 2);
    }
    assertThat(rig.told).hasSize(2).anyMatch(t -> t.contains("256 writes wait already"));
  }

  @Test
  void bringsBackOnlyWhatWasTouched() throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();
    rig.write(Rig.SP, 55);
    rig.run(SECOND);
    rig.wire.raws.put(Rig.MODE, 2.0); // by somebody else

    assertThat(rig.attendant.revert(rig.clock.nanos())).isTrue();

    assertThat(rig.wire.raws).containsEntry(Rig.SP, 80.0).containsEntry(Rig.MODE, 2.0);
    assertThat(rig.journal).endsWith("REVERTING SP 50.0", "REVERTED SP 50.0");
  }

  @Test
  void bringsBackThroughABadConnectionAndWithoutInterlock() throws Exception {
    Rig rig = new Rig(true, Optional.of(Rig.LOCK));
    rig.attendant.open();
    rig.write(Rig.SP, 55);
    rig.run(SECOND);
    rig.wire.raws.put(Rig.LOCK, 0.0);
    rig.wire.loseRequest = true;

    assertThat(rig.attendant.revert(rig.clock.nanos() + SECOND.toNanos())).isTrue();

    assertThat(rig.wire.raws).containsEntry(Rig.SP, 80.0);
  }

  @Test
  void saysWhenItCannotBringBack() throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();
    rig.write(Rig.SP, 55);
    rig.run(SECOND);
    rig.wire.down = true;
    long begin = rig.clock.nanos();

    assertThat(rig.attendant.revert(begin + SECOND.toNanos())).isFalse();

    assertThat((double) rig.clock.nanos() - begin).isCloseTo(1e9, within(0.2e9));
    assertThat(rig.told.getLast()).startsWith("REVERTED NOT brought back: [LIC-1.SP]");
  }

  @Test
  void writesNothingForABenchThatWasSilent() throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();
    rig.run(Duration.ofMillis(1_100), false);

    rig.write(Rig.SP, 55);
    rig.run(SECOND);

    assertThat(rig.wire.raws.get(Rig.SP)).isEqualTo(80);
    assertThat(rig.told).contains("REFUSED LIC-1.SP = 55.0: the bench was silent for too long");
  }
}
