package org.bumpless.pep.mutants;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.pep.reference.frames.FrameGuard;
import org.bumpless.pep.reference.frames.FrameSplitter;
import org.bumpless.pep.reference.frames.Relay;
import org.bumpless.pep.reference.frames.StreamGuard;
import org.bumpless.pep.reference.parts.ReferenceParts;

/** Judges only frames that arrive in one piece. */
public final class SplitFramesUnseen extends ReferenceMutant {
  public SplitFramesUnseen() {
    super(
        "split-frames-unseen",
        "It does not reassemble: a frame that arrives in two TCP segments is forwarded unseen.",
        "ENF-02");
  }

  @Override
  ReferenceParts broken(ReferenceParts sound, SitePack site) {
    return sound.withStreams((guard, relay, refusals) -> new Pieces(sound, guard, relay, refusals));
  }

  /**
   * The sound guard of a stream, blind to a message of which earlier reads brought the beginning.
   */
  private static final class Pieces implements StreamGuard {
    private final FrameSplitter begun;
    private final StreamGuard sound;
    private boolean resumed;

    Pieces(ReferenceParts parts, FrameGuard guard, Relay relay, Consumer<String> refusals) {
      begun = new FrameSplitter(guard.framing());
      FrameGuard blind = new BlindGuard(guard, (bytes, offset) -> resumed && offset == 0);
      sound = parts.streams().create(blind, relay, refusals);
    }

    @Override
    public Optional<String> accept(byte[] bytes, int length, Scope scope) throws IOException {
      resumed = begun.held() > 0;
      begun.accept(bytes, length, new Anything());
      return sound.accept(bytes, length, scope);
    }
  }

  /** Takes every message and does nothing with it. */
  private static final class Anything implements FrameSplitter.Handler {
    @Override
    public boolean frame(byte[] bytes, int offset, int length) {
      return true;
    }

    @Override
    public void end() {}
  }
}
