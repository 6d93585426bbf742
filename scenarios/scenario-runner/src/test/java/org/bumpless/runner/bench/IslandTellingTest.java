package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.SafetyTags;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.FabricKind;
import org.bumpless.plant.network.choice.Fabrics;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.safety.SafetyTelegram;
import org.bumpless.plc.station.Poll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IslandTellingTest {
  private static final AssetId SIS = new AssetId("SIS-1");
  private static final AssetId HISTORIAN = new AssetId("SOE-1");
  private static final TagId TRIP = new TagId(SIS, "PSHH-1_TRIP");

  @Test
  void theHistorianHearsWhatTheControllerTellsAndRecordsItsSilence() throws Exception {
    Plant plant = PlantFile.read(Path.of("../plants/two-phase-reactor.yaml"));
    List<Tag> tags = SafetyTags.of(SIS, plant.safetyFunctions(), signal -> "");
    AtomicReference<SafetyTelegram> told = new AtomicReference<>(telegram(tags, 0));
    Queue<Poll> heard = new ConcurrentLinkedQueue<>();
    RealClock clock = new RealClock();
    try (Fabric fabric = Fabrics.make(FabricKind.LOOPBACK, plant);
        IslandTelling _ =
            new IslandTelling(
                new IslandTelling.Ends(
                    fabric.host(SIS), fabric.host(HISTORIAN), SIS, told::get, tags),
                heard::add,
                clock)) {
      awaitLast(heard, "a telegram", new TagValue.Bool(false));
      told.set(telegram(tags, 1));
      awaitLast(heard, "the trip", new TagValue.Bool(true));
      told.set(new SafetyTelegram(3, List.of(1.0))); // not one of this controller's
      await("silence")
          .atMost(Duration.ofSeconds(20))
          .until(() -> heard.stream().anyMatch(p -> p.outcome() instanceof Outcome.NoReply));
    }
    assertThat(heard).allSatisfy(poll -> assertThat(poll.flow().client()).isEqualTo(HISTORIAN));
  }

  private static SafetyTelegram telegram(List<Tag> tags, double trip) {
    return new SafetyTelegram(
        1, tags.stream().map(tag -> tag.id().equals(TRIP) ? trip : 0.0).toList());
  }

  private static void awaitLast(Queue<Poll> heard, String what, TagValue wanted) {
    await(what)
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                heard.stream()
                    .anyMatch(
                        p ->
                            p.outcome() instanceof Outcome.Answered(var values, var _)
                                && wanted.equals(values.get(TRIP))));
  }
}
