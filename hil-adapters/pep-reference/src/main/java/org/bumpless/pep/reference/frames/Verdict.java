package org.bumpless.pep.reference.frames;

import java.io.IOException;
import java.io.OutputStream;

/** What happens to one message that a client sends. */
public sealed interface Verdict {
  /** It goes on to the controller and changes nothing there. */
  Pass READ = new Pass(false);

  /** It goes on to the controller and asks for a change there. */
  Pass WRITE = new Pass(true);

  /**
   * It goes on to the controller.
   *
   * @param write whether it asks for a change
   */
  record Pass(boolean write) implements Verdict {}

  /**
   * It goes nowhere; the client gets an answer in the protocol's own words, so that its tool shows
   * a clean message.
   */
  final class Answer implements Verdict {
    private final byte[] reply;
    private final String reason;

    /**
     * @param reply the whole message for the client
     * @param reason for the audit trail
     */
    public Answer(byte[] reply, String reason) {
      this.reply = reply.clone();
      this.reason = reason;
    }

    public String reason() {
      return reason;
    }

    /** Sends the answer in one write. */
    public void writeTo(OutputStream client) throws IOException {
      client.write(reply);
    }
  }

  /**
   * It goes nowhere and the session ends: the protocol has no word for no, or the stream cannot be
   * trusted any more.
   */
  record Close(String reason) implements Verdict {}
}
