package org.bumpless.pep.mutants;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.pep.reference.frames.Relay;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.bumpless.plant.time.NanoClock;

/** Is quick at the median and slow in one case of a hundred. */
public final class SlowTail extends ReferenceMutant {
  private static final int EVERY = 100;
  private static final Duration PAUSE = Duration.ofMillis(80);

  public SlowTail() {
    super(
        "slow-tail",
        "Every hundredth frame of a session waits 80 ms while a table is rebuilt.",
        "LAT-01");
  }

  @Override
  ReferenceParts broken(ReferenceParts sound, SitePack site) {
    return sound.withRelays(
        (up, down) -> new Pausing(sound.relays().create(up, down), site.clock()));
  }

  private static final class Pausing extends SoundRelay {
    private final NanoClock clock;
    private long frames;

    Pausing(Relay sound, NanoClock clock) {
      super(sound);
      this.clock = clock;
    }

    @Override
    public void forward(byte[] bytes, int offset, int length, boolean write) throws IOException {
      if (++frames % EVERY == 0) {
        pause();
      }
      super.forward(bytes, offset, length, write);
    }

    private void pause() throws InterruptedIOException {
      try {
        clock.await(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("product is stopping");
      }
    }
  }
}
