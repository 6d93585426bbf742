package org.bumpless.endpoint.modbus.server;

import java.io.IOException;
import java.io.InputStream;
import org.bumpless.endpoint.modbus.pdu.Limits;

/**
 * Cuts the byte stream of one connection into frames, wherever TCP has cut it. The frame found last
 * stays readable until the next is asked for.
 */
final class FrameReader {
  /** What came next on the stream. */
  enum Next {
    FRAME,
    /** The peer has closed its side. */
    END,
    /** A protocol id or a length that cannot be: where the next frame begins is unknown. */
    BROKEN
  }

  private static final int BUFFER_BYTES = 8 * Limits.FRAME_BYTES;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int start;
  private int end;
  private int frameBytes;

  FrameReader(InputStream in) {
    this.in = in;
  }

  Next next() throws IOException {
    start += frameBytes;
    frameBytes = 0;
    if (!fill(Limits.UNCOUNTED_BYTES)) {
      return Next.END;
    }
    int length = unsignedShort(4);
    if (unsignedShort(2) != 0 || length < Limits.LENGTH_MIN || length > Limits.LENGTH_MAX) {
      return Next.BROKEN;
    }
    if (!fill(Limits.UNCOUNTED_BYTES + length)) {
      return Next.END;
    }
    frameBytes = Limits.UNCOUNTED_BYTES + length;
    return Next.FRAME;
  }

  int transaction() {
    return unsignedShort(0);
  }

  int unit() {
    return buffer[start + Limits.UNCOUNTED_BYTES] & 0xFF;
  }

  /** The PDU of the frame, function code first. */
  Pdu pdu() {
    return new Pdu(buffer, start + Limits.HEADER_BYTES, frameBytes - Limits.HEADER_BYTES);
  }

  private boolean fill(int wanted) throws IOException {
    if (buffer.length - start < wanted) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    while (end - start < wanted) {
      int got = in.read(buffer, end, buffer.length - end);
      if (got < 0) {
        return false;
      }
      end += got;
    }
    return true;
  }

  private int unsignedShort(int at) {
    return (buffer[start + at] & 0xFF) << 8 | buffer[start + at + 1] & 0xFF;
  }
}
