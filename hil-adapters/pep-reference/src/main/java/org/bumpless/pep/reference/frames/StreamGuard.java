package org.bumpless.pep.reference.frames;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.bumpless.adapter.pdp.Decision.Scope;

/** Guards what a client sends in one session, read by read; used by one thread. */
public interface StreamGuard {
  /**
   * Takes what one read brought and hands each message to the relay, or holds it back.
   *
   * @param scope what the session may do at this moment
   * @return why the session must end; empty if it goes on
   */
  Optional<String> accept(byte[] bytes, int length, Scope scope) throws IOException;

  /** Makes the guard of one session. */
  interface Factory {
    /**
     * @param refusals told why a message was refused, each time
     */
    StreamGuard create(FrameGuard guard, Relay relay, Consumer<String> refusals);
  }
}
