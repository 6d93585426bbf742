package org.bumpless.pep.reference.frames;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A relay that only notes what it was told to do. */
public final class RecordingRelay implements Relay {
  private final List<String> done = new ArrayList<>();

  /** One entry per message: its fate and its bytes in hexadecimal. */
  public List<String> done() {
    return done;
  }

  @Override
  public void forward(byte[] bytes, int offset, int length, boolean write) {
    done.add((write ? "write " : "read ") + hex(bytes, offset, length));
  }

  @Override
  public void refuse(byte[] bytes, int offset, int length, Verdict.Answer answer)
      throws IOException {
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    answer.writeTo(reply);
    done.add("answer " + HexFormat.of().formatHex(reply.toByteArray()));
  }

  @Override
  public void flushUp() {}

  @Override
  public void down(byte[] bytes, int offset, int length) {
    done.add("down " + hex(bytes, offset, length));
  }

  @Override
  public void flushDown() {}

  private static String hex(byte[] bytes, int offset, int length) {
    return HexFormat.of().formatHex(Arrays.copyOfRange(bytes, offset, offset + length));
  }
}
