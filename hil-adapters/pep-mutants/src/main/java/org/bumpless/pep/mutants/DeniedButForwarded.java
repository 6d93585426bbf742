package org.bumpless.pep.mutants;

import java.io.IOException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.pep.reference.frames.Relay;
import org.bumpless.pep.reference.frames.Verdict;
import org.bumpless.pep.reference.parts.ReferenceParts;

/** Says no and does it. */
public final class DeniedButForwarded extends ReferenceMutant {
  public DeniedButForwarded() {
    super(
        "denied-but-forwarded",
        "It answers a forbidden write with an exception, and forwards it all the same.",
        "ENF-01",
        "DEC-04");
  }

  @Override
  ReferenceParts broken(ReferenceParts sound, SitePack site) {
    return sound.withRelays((up, down) -> new Forwarding(sound.relays().create(up, down)));
  }

  private static final class Forwarding extends SoundRelay {
    Forwarding(Relay sound) {
      super(sound);
    }

    @Override
    public void refuse(byte[] bytes, int offset, int length, Verdict.Answer answer)
        throws IOException {
      super.refuse(bytes, offset, length, answer);
      super.forward(bytes, offset, length, true);
    }
  }
}
