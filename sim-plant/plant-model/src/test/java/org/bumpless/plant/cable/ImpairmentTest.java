package org.bumpless.plant.cable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImpairmentTest {
  @Test
  void saysWhatIsWrongWithItself() {
    assertThatThrownBy(() -> Impairment.NONE.withDelay(Duration.ofSeconds(11)))
        .hasMessage("delay of a cable is PT11S, expected 0 to 10 s");
    assertThatThrownBy(() -> Impairment.NONE.withJitter(Duration.ofMillis(-1)))
        .hasMessageStartingWith("jitter of a cable");
    assertThatThrownBy(() -> Impairment.NONE.withLoss(1.1))
        .hasMessage("loss of a cable is 1.1, expected a share between 0 and 1");
    assertThatThrownBy(() -> Impairment.NONE.withReordered(Double.NaN))
        .hasMessageStartingWith("reordered of a cable");
    assertThatThrownBy(() -> Impairment.NONE.withRate(-1))
        .hasMessage("bitsPerSecond of a cable is -1, expected 0 or more");
  }

  @Test
  void aPulledCablePassesNothingEitherWay() {
    assertThat(Impairment.PULLED.cut()).containsExactlyInAnyOrder(Direction.values());
  }

  @Test
  void saysWhatIsWrongWithTheCable() {
    assertThat(Impairment.NONE.inWords()).isEqualTo("whole");
    assertThat(Impairment.PULLED.inWords()).isEqualTo("pulled out");
    assertThat(Impairment.NONE.withCut(Set.of(Direction.TO_HOST)).inWords())
        .isEqualTo("passes nothing to it");
    assertThat(
            Impairment.NONE
                .withDelay(Duration.ofMillis(20))
                .withJitter(Duration.ofMillis(5))
                .withLoss(0.01)
                .withReordered(0.025)
                .withRate(64_000)
                .inWords())
        .isEqualTo(
            "20 ms later, up to 5 ms of jitter, 1.0 % lost, 2.5 % overtaken, 64000 bit/s at most");
  }
}
