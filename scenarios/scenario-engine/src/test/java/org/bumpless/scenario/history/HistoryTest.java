package org.bumpless.scenario.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.TagId;
import org.junit.jupiter.api.Test;

class HistoryTest {
  @Test
  void keepsWhatComesInItsOrderAndTellsTheSink() {
    List<Entry> told = new ArrayList<>();
    History history = new History(told::add);
    history.append(mark(20));
    history.append(reached(10, false));
    history.append(mark(30));

    assertThat(history.size()).isEqualTo(3);
    assertThat(history.all(Entry.Mark.class))
        .extracting(Entry.Mark::nanos)
        .containsExactly(20L, 30L);
    assertThat(told).hasSize(3).containsExactlyElementsOf(history.all(Entry.class));
  }

  @Test
  void sinceCountsByWhenItHappenedTheMomentIncluded() {
    History history = new History(entry -> {});
    history.append(mark(30));
    history.append(mark(10));
    history.append(mark(20));

    assertThat(history.since(Entry.Mark.class, 20))
        .extracting(Entry.Mark::nanos)
        .containsExactly(30L, 20L);
  }

  @Test
  void whatHappenedBeforeAMomentIsForgottenAndMemoryStaysBounded() {
    List<Entry> told = new ArrayList<>();
    History history = new History(told::add);
    for (int round = 0; round < 200; round++) {
      history.forgetBefore(round * 1_000L);
      for (int i = 0; i < 50; i++) {
        history.append(mark(round * 1_000L + i));
      }
      assertThat(history.size()).as("after round %d", round).isEqualTo(50);
    }

    assertThat(told).as("the sink has all of it").hasSize(10_000);
    assertThat(history.all(Entry.Mark.class)).allMatch(mark -> mark.nanos() >= 199_000);
  }

  @Test
  void forgetsReadsAndNothingElse() {
    History history = new History(entry -> {});
    history.append(reached(10, false));
    history.append(reached(11, true));
    history.append(mark(12));

    history.forgetReads();

    assertThat(history.all(Entry.class)).extracting(Entry::nanos).containsExactly(11L, 12L);
  }

  @Test
  void losesNothingOfManyThreads() throws InterruptedException {
    History history = new History(entry -> {});
    int threads = 8;
    int each = 500;
    CountDownLatch done = new CountDownLatch(threads);
    for (int t = 0; t < threads; t++) {
      Thread.ofPlatform()
          .start(
              () -> {
                for (int i = 0; i < each; i++) {
                  history.append(mark(i));
                }
                done.countDown();
              });
    }

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(history.size()).isEqualTo(threads * each);
  }

  private static Entry mark(long nanos) {
    return new Entry.Mark(nanos, Entry.Mark.Kind.STEP, "a step");
  }

  private static Entry reached(long nanos, boolean writes) {
    AssetId controller = new AssetId("LIC-1");
    return new Entry.Reached(
        new Served(
            nanos,
            controller,
            Protocol.MODBUS_TCP,
            "127.0.0.1:1",
            "a request",
            List.of(new TagId(controller, "SP")),
            writes,
            true));
  }
}
