package org.bumpless.runner.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.FlowId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.scenario.bench.Stations.Fare;
import org.bumpless.scenario.bench.Stations.Misses;
import org.junit.jupiter.api.Test;

class VirtualPollTest {
  private static final long PERIOD = 250_000_000L;

  private static VirtualPoll poll(String server) {
    return new VirtualPoll(
        new Flow(
            new FlowId("panel"),
            new AssetId("HMI-1"),
            new AssetId(server),
            Protocol.MODBUS_TCP,
            List.of(),
            true,
            Optional.of(Duration.ofNanos(PERIOD)),
            Duration.ofNanos(PERIOD)));
  }

  @Test
  void isDueOnceInEachPeriod() {
    VirtualPoll poll = poll("LIC-1");
    assertThat(poll.due(0)).isTrue();
    poll.answered(0);
    assertThat(poll.due(PERIOD - 1)).isFalse();
    assertThat(poll.due(PERIOD)).isTrue();
  }

  @Test
  void countsWhatWasMissedAndWhatOfThatIsToBlame() {
    VirtualPoll one = poll("LIC-1");
    VirtualPoll other = poll("LIC-2");
    one.answered(0);
    one.missed(PERIOD, "LIC-1: gone", true);
    one.missed(2 * PERIOD, "LIC-1: gone", true);
    one.missed(3 * PERIOD, "LIC-1: refused", false);
    other.missed(3 * PERIOD, "LIC-2: refused", false);

    Fare fare = VirtualPoll.fare(List.of(one, other), 0);

    assertThat(fare.planned()).isEqualTo(5);
    assertThat(fare.missed()).isEqualTo(4);
    assertThat(fare.longestMiss()).isEqualTo(3);
    assertThat(fare.why()).isEqualTo("LIC-1: gone");
    assertThat(fare.blamed()).isEqualTo(new Misses(2, 2, 1));
    assertThat(VirtualPoll.fare(List.of(one, other), 3 * PERIOD).missed()).isEqualTo(2);
  }

  @Test
  void whereAServerWasNotPolledNothingIsSaid() {
    VirtualPoll one = poll("LIC-1");
    one.answered(PERIOD);
    assertThat(VirtualPoll.fare(List.of(one, poll("LIC-2")), 0).planned()).isZero();
    assertThat(one.seenSince(PERIOD)).isTrue();
    assertThat(one.seenSince(PERIOD + 1)).isFalse();
  }
}
