package org.bumpless.endpoint.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.bumpless.plant.engine.cost.Allocation;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plc.protocol.ProtocolClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A read that is prepared once and timed again and again. */
class PreparedReadTest {
  private static final int TIMES = 500;
  private static final Operation SCATTERED =
      new Operation.Read(Stream.of("RUN", "PV", "SP", "MODE").map(TestPlant::id).toList());

  private TestServer server;
  private ProtocolClient client;

  @BeforeEach
  void start() throws IOException {
    server = new TestServer();
    client = server.client();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void asksWhatThePlainReadAsks() {
    client.perform(SCATTERED);
    List<String> plain = server.log().stream().map(Served::request).toList();

    assertThat(client.prepare(SCATTERED).getAsBoolean()).isTrue();

    assertThat(plain).hasSizeGreaterThan(1);
    assertThat(server.log().stream().skip(plain.size()))
        .extracting(Served::request)
        .containsExactlyElementsOf(plain);
  }

  @Test
  void allocatesNothing() {
    BooleanSupplier read = client.prepare(SCATTERED);
    assertThat(times(read)).isEqualTo(TIMES);

    long allocated = Allocation.bytesEachTime(() -> times(read));

    assertThat(allocated).as("bytes in %d reads", TIMES).isZero();
    assertThat(times(read)).isEqualTo(TIMES);
  }

  private static int times(BooleanSupplier read) {
    int answered = 0;
    for (int i = 0; i < TIMES; i++) {
      answered += read.getAsBoolean() ? 1 : 0;
    }
    return answered;
  }

  @Test
  void isNotAnsweredWhereTheFarEndHasGone() {
    BooleanSupplier read = client.prepare(SCATTERED);
    assertThat(read.getAsBoolean()).isTrue();

    server.close();

    assertThat(read.getAsBoolean()).isFalse();
    assertThat(client.connected()).isFalse();
    assertThat(read.getAsBoolean()).as("nobody listens any more").isFalse();
  }
}
