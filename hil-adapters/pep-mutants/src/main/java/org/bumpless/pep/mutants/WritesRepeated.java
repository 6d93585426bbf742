package org.bumpless.pep.mutants;

import java.io.IOException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.pep.reference.frames.Relay;
import org.bumpless.pep.reference.parts.ReferenceParts;

/** Delivers writes once too often. */
public final class WritesRepeated extends ReferenceMutant {
  public WritesRepeated() {
    super(
        "writes-repeated",
        "It sends each write to the controller twice, to be on the safe side.",
        "MNT-01",
        "SAF-02");
  }

  @Override
  ReferenceParts broken(ReferenceParts sound, SitePack site) {
    return sound.withRelays((up, down) -> new Repeating(sound.relays().create(up, down)));
  }

  private static final class Repeating extends SoundRelay {
    Repeating(Relay sound) {
      super(sound);
    }

    @Override
    public void forward(byte[] bytes, int offset, int length, boolean write) throws IOException {
      super.forward(bytes, offset, length, write);
      if (write) {
        super.forward(bytes, offset, length, true);
      }
    }
  }
}
