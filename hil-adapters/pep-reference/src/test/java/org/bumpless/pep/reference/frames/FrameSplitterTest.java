package org.bumpless.pep.reference.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bumpless.pep.reference.frames.FrameSplitter.Result;
import org.junit.jupiter.api.Test;

/** With a toy protocol: a digit tells how many letters follow; anything else is malformed. */
class FrameSplitterTest {
  private static final Framing TOY =
      new Framing() {
        @Override
        public int lengthAt(byte[] bytes, int offset, int available) {
          int digit = Character.digit(bytes[offset], 10);
          return digit < 0 ? MALFORMED : digit + 1;
        }

        @Override
        public int longest() {
          return 10;
        }
      };

  private final List<String> seen = new ArrayList<>();
  private final FrameSplitter splitter = new FrameSplitter(TOY);
  private boolean wantsMore = true;

  private final FrameSplitter.Handler handler =
      new FrameSplitter.Handler() {
        @Override
        public boolean frame(byte[] bytes, int offset, int length) {
          seen.add(new String(bytes, offset, length, StandardCharsets.US_ASCII));
          return wantsMore;
        }

        @Override
        public void end() {
          seen.add("|");
        }
      };

  @Test
  void severalMessagesInOneRead() throws IOException {
    assertThat(accept("2ab0" + "1c")).isEqualTo(Result.GOOD);
    assertThat(seen).containsExactly("2ab", "0", "1c", "|");
    assertThat(splitter.held()).isZero();
  }

  @Test
  void theRestOfAReadIsHeldUntilItIsAMessage() throws IOException {
    accept("1a3x");
    assertThat(seen).containsExactly("1a", "|");
    assertThat(splitter.held()).isEqualTo(2);
    accept("y");
    accept("z1b");
    assertThat(seen).containsExactly("1a", "|", "|", "3xyz", "1b", "|");
  }

  @Test
  void goodMessagesBeforeAMalformedOneAreStillTaken() throws IOException {
    assertThat(accept("1a?1b")).isEqualTo(Result.MALFORMED);
    assertThat(seen).containsExactly("1a", "|");
  }

  @Test
  void nothingIsTakenAfterTheHandlerHasHadEnough() throws IOException {
    wantsMore = false;
    assertThat(accept("1a1b")).isEqualTo(Result.STOPPED);
    assertThat(seen).containsExactly("1a", "|");
  }

  private Result accept(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return splitter.accept(bytes, bytes.length, handler);
  }
}
