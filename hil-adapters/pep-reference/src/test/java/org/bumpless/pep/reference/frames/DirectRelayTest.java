package org.bumpless.pep.reference.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectRelayTest {
  private final List<String> writes = new ArrayList<>();
  private final Relay relay = new DirectRelay(noting("server"), noting("client"));
  private final byte[] read = {1, 2, 3, 4, 5, 6};

  @Test
  void neighboursLeaveInOneWrite() throws IOException {
    relay.forward(read, 0, 2, false);
    relay.forward(read, 2, 3, true);
    assertThat(writes).isEmpty();
    relay.flushUp();
    assertThat(writes).containsExactly("server 0102030405");
  }

  @Test
  void aRefusedMessageIsLeftOutAndAnswered() throws IOException {
    relay.forward(read, 0, 2, false);
    relay.refuse(read, 2, 2, new Verdict.Answer(new byte[] {9}, "no"));
    relay.forward(read, 4, 2, false);
    relay.flushUp();
    assertThat(writes).containsExactly("server 0102", "client 09", "server 0506");
  }

  @Test
  void messagesOfDifferentBuffersKeepTheirOrder() throws IOException {
    relay.forward(read, 0, 2, false);
    relay.forward(new byte[] {7, 7, 8}, 2, 1, false);
    relay.flushUp();
    relay.flushUp();
    assertThat(writes).containsExactly("server 0102", "server 08");
  }

  @Test
  void answersGoDown() throws IOException {
    relay.down(read, 1, 2);
    relay.down(read, 3, 1);
    relay.flushDown();
    assertThat(writes).containsExactly("client 020304");
  }

  private OutputStream noting(String who) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        throw new AssertionError("one byte at a time");
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        writes.add(
            who
                + " "
                + HexFormat.of().formatHex(Arrays.copyOfRange(bytes, offset, offset + length)));
      }
    };
  }
}
