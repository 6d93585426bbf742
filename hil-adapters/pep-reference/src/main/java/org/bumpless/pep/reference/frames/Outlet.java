package org.bumpless.pep.reference.frames;

import java.io.IOException;
import java.io.OutputStream;

/** Gathers neighbouring bytes so that they leave in one write; used by one thread. */
public final class Outlet {
  private static final byte[] NOTHING = new byte[0];

  private final OutputStream out;
  private byte[] bytes = NOTHING;
  private int start;
  private int end;

  public Outlet(OutputStream out) {
    this.out = out;
  }

  /**
   * Adds bytes; they are read again by the next {@link #flush}. Neighbours are neighbours in the
   * same buffer.
   */
  @SuppressWarnings("ReferenceEquality")
  public void add(byte[] more, int offset, int length) throws IOException {
    if (more != bytes || offset != end) {
      flush();
      bytes = more;
      start = offset;
      end = offset;
    }
    end += length;
  }

  /** Writes what has been gathered, if anything. */
  public void flush() throws IOException {
    if (end > start) {
      out.write(bytes, start, end - start);
    }
    bytes = NOTHING;
    start = 0;
    end = 0;
  }
}
