package org.bumpless.pep.reference.frames;

import java.io.IOException;
import java.util.Arrays;

/**
 * Cuts a stream into messages, however it arrives.
 *
 * <p>Messages that arrive whole are handed on from the caller's buffer; only the rest of a read
 * that ends inside a message is copied, and at most one message is ever held back.
 */
public final class FrameSplitter {

  /** Takes the messages; the bytes are good until {@link #end()} returns. */
  public interface Handler {
    /**
     * Takes one whole message.
     *
     * @return whether it wants another
     */
    boolean frame(byte[] bytes, int offset, int length) throws IOException;

    /** All whole messages of this read have been handed on. */
    void end() throws IOException;
  }

  /** How a read ended. */
  public enum Result {
    /** All messages were taken, and the rest, if any, is the beginning of another. */
    GOOD,
    /** The handler wants no more. */
    STOPPED,
    /** The stream is not of this protocol. */
    MALFORMED
  }

  private final Framing framing;
  private byte[] store = new byte[0];
  private int kept;
  private int next;

  public FrameSplitter(Framing framing) {
    this.framing = framing;
  }

  /**
   * Takes what one read brought. After any result but {@link Result#GOOD} the splitter is of no
   * more use.
   */
  public Result accept(byte[] bytes, int length, Handler handler) throws IOException {
    if (kept == 0) {
      Result result = split(bytes, length, handler);
      keep(bytes, length);
      return result;
    }
    reserve(kept + length);
    System.arraycopy(bytes, 0, store, kept, length);
    int total = kept + length;
    Result result = split(store, total, handler);
    keep(store, total);
    return result;
  }

  /** How many bytes of an unfinished message are held back. */
  public int held() {
    return kept;
  }

  private Result split(byte[] bytes, int end, Handler handler) throws IOException {
    Result result = Result.GOOD;
    next = 0;
    while (next < end) {
      int length = framing.lengthAt(bytes, next, end - next);
      if (length == Framing.MALFORMED) {
        result = Result.MALFORMED;
        break;
      }
      if (length == Framing.INCOMPLETE || length > end - next) {
        break;
      }
      boolean more = handler.frame(bytes, next, length);
      next += length;
      if (!more) {
        result = Result.STOPPED;
        break;
      }
    }
    handler.end();
    return result;
  }

  private void keep(byte[] bytes, int end) {
    kept = end - next;
    if (kept > 0) {
      reserve(kept);
      System.arraycopy(bytes, next, store, 0, kept);
    }
  }

  private void reserve(int size) {
    if (store.length < size) {
      store = Arrays.copyOf(store, Math.max(size, framing.longest()));
    }
  }
}
