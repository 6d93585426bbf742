package org.bumpless.pep.reference.frames;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Carries out what was decided for each message of one session.
 *
 * <p>{@link #forward}, {@link #refuse} and {@link #flushUp} are called by the thread that listens
 * to the client, {@link #down} and {@link #flushDown} by the one that listens to the controller.
 * Bytes are good until the next flush of the same direction returns.
 */
public interface Relay {
  /**
   * A message goes on to the controller, with the next {@link #flushUp} at the latest.
   *
   * @param write whether it asks for a change
   */
  void forward(byte[] bytes, int offset, int length, boolean write) throws IOException;

  /** A message goes nowhere; the client gets an answer instead. */
  void refuse(byte[] bytes, int offset, int length, Verdict.Answer answer) throws IOException;

  /** Nothing more comes from this read of the client. */
  void flushUp() throws IOException;

  /**
   * Bytes of the controller go to the client: one whole message where the guard gives answers, else
   * any piece.
   */
  void down(byte[] bytes, int offset, int length) throws IOException;

  /** Nothing more comes from this read of the controller. */
  void flushDown() throws IOException;

  /** Makes the relay of one session. */
  interface Factory {
    /**
     * @param toClient writes the bytes of one call in one piece, whoever calls
     */
    Relay create(OutputStream toServer, OutputStream toClient);
  }
}
