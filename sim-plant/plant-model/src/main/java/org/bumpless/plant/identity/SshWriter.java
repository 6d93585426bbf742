package org.bumpless.plant.identity;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the data types of SSH (RFC 4251, section 5), one behind the other. */
public final class SshWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public SshWriter number(int value) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    return this;
  }

  public SshWriter number(long value) {
    out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    return this;
  }

  public SshWriter text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A string of bytes, with its length before it; also a big integer in two's complement. */
  public SshWriter bytes(byte[] bytes) {
    number(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  /** All that was written so far. */
  public byte[] done() {
    return out.toByteArray();
  }
}
