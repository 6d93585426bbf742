package org.bumpless.pep.reference.frames;

import java.io.IOException;

/** Brings the controller's bytes to the client, unread. */
public interface DownStream {
  /**
   * Takes what one read brought.
   *
   * @return whether the stream can go on
   */
  boolean accept(byte[] bytes, int length) throws IOException;

  /** Any piece as it comes. */
  static DownStream pieces(Relay relay) {
    return (bytes, length) -> {
      relay.down(bytes, 0, length);
      relay.flushDown();
      return true;
    };
  }

  /**
   * Only whole messages, so that an answer of the product never lands inside one of the
   * controller's.
   */
  static DownStream whole(Framing framing, Relay relay) {
    FrameSplitter splitter = new FrameSplitter(framing);
    FrameSplitter.Handler handler =
        new FrameSplitter.Handler() {
          @Override
          public boolean frame(byte[] bytes, int offset, int length) throws IOException {
            relay.down(bytes, offset, length);
            return true;
          }

          @Override
          public void end() throws IOException {
            relay.flushDown();
          }
        };
    return (bytes, length) -> splitter.accept(bytes, length, handler) == FrameSplitter.Result.GOOD;
  }
}
