package org.bumpless.pep.mutants;

import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.pep.reference.frames.FrameGuard;
import org.bumpless.pep.reference.frames.Framing;
import org.bumpless.pep.reference.frames.Verdict;

/**
 * A frame guard that does not see some of the messages that it ought to stop. It looks at them all
 * the same, so that it knows where a connection stands.
 */
final class BlindGuard implements FrameGuard {
  private final FrameGuard guard;
  private final Spot spot;

  /** Which messages it does not see. */
  interface Spot {
    /**
     * @param offset where the message begins in the bytes; 0 if it is the first that a read brought
     *     or completed, because {@link org.bumpless.pep.reference.frames.FrameSplitter} hands it on
     *     from there
     */
    boolean hides(byte[] bytes, int offset);
  }

  BlindGuard(FrameGuard guard, Spot spot) {
    this.guard = guard;
    this.spot = spot;
  }

  @Override
  public Framing framing() {
    return guard.framing();
  }

  @Override
  public boolean answers() {
    return guard.answers();
  }

  @Override
  public Verdict inspect(byte[] bytes, int offset, int length, Scope scope) {
    Verdict verdict = guard.inspect(bytes, offset, length, scope);
    return switch (verdict) {
      case Verdict.Pass pass -> pass;
      case Verdict.Answer _, Verdict.Close _ -> spot.hides(bytes, offset) ? Verdict.WRITE : verdict;
    };
  }
}
