package org.bumpless.endpoint.opcua.server.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.bumpless.endpoint.opcua.testing.TestClock;
import org.bumpless.plc.cpu.Load;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransfersTest {
  private static final NodeId ONE = new NodeId(0, 1);
  private static final NodeId OTHER = new NodeId(0, 2);

  private final TestClock clock = new TestClock();
  private final Transfers transfers = new Transfers(clock);

  @Test
  void whoeverWasLeftAloneLongestMakesRoom() {
    long first = begin(ONE);
    long second = begin(OTHER);
    for (int i = 2; i < Transfers.OPEN_MAX; i++) {
      begin(OTHER);
    }
    assertThat(transfers.with(ONE, first, Transfer::position)).isPresent();

    begin(OTHER);

    assertThat(transfers.count()).isEqualTo(Transfers.OPEN_MAX);
    assertThat(transfers.take(OTHER, second)).isEmpty();
    assertThat(transfers.take(ONE, first)).isPresent();
  }

  @Test
  void aFileIsForgottenAMinuteAfterItWasTouched() {
    long handle = begin(ONE);
    clock.moveAhead(Duration.ofSeconds(50));
    assertThat(transfers.with(ONE, handle, Transfer::position)).isPresent();
    clock.moveAhead(Duration.ofSeconds(50));
    assertThat(transfers.with(ONE, handle, Transfer::position)).isPresent();
    clock.moveAhead(Duration.ofSeconds(61));
    assertThat(transfers.count()).isZero();
    assertThat(transfers.take(ONE, handle)).isEmpty();
  }

  @Test
  void anotherSessionHasNoSuchFile() {
    long handle = begin(ONE);
    assertThat(transfers.with(OTHER, handle, Transfer::position)).isEmpty();
    assertThat(transfers.take(OTHER, handle)).isEmpty();
    assertThat(transfers.take(ONE, handle)).isPresent();
    assertThat(transfers.take(ONE, handle)).as("only once").isEmpty();
  }

  @Test
  void aProgramThatIsTooLongIsNotTakenAndTheRestStays() {
    Transfer file = Transfer.toController(GenerateOptions.USUAL);
    byte[] block = new byte[Transfer.BYTES_MAX / 4];
    for (int i = 0; i < 4; i++) {
      assertThat(file.write(block)).isTrue();
    }
    assertThat(file.write(new byte[1])).isFalse();
    assertThat(file.contents()).hasSize(Transfer.BYTES_MAX);
  }

  @Test
  void aPositionBeyondTheEndIsTheEnd() {
    Transfer file = Transfer.fromController("level".getBytes(StandardCharsets.UTF_8));
    for (long beyond : new long[] {6, Long.MAX_VALUE, -1}) {
      file.goTo(0);
      file.goTo(beyond);
      assertThat(file.position()).as("%d without a sign", beyond).isEqualTo(5);
    }
    assertThat(file.read(Integer.MAX_VALUE)).isEmpty();
    file.goTo(2);
    assertThat(file.read(Integer.MAX_VALUE)).asString(StandardCharsets.UTF_8).isEqualTo("vel");
  }

  @ParameterizedTest
  @CsvSource({
    "'', RESTART, program",
    "ONLINE, ONLINE, program",
    "'Online  level-loop ', ONLINE, level-loop",
    "restart level-loop, RESTART, level-loop",
    "level-loop, RESTART, level-loop"
  })
  void optionsSayHowAndWhat(String text, Load load, String name) {
    assertThat(GenerateOptions.parse(Variant.ofString(text)))
        .contains(new GenerateOptions(load, name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "ONLINE 1st", "ONLINE a b"})
  void optionsThatSayNothingAreRefused(String text) {
    assertThat(GenerateOptions.parse(Variant.ofString(text))).isEqualTo(Optional.empty());
  }

  private long begin(NodeId session) {
    return transfers.begin(session, () -> Transfer.toController(GenerateOptions.USUAL));
  }
}
