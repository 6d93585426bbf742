package org.bumpless.plant.network.cable;

import java.io.IOException;
import java.util.Optional;
import org.bumpless.plant.cable.Impairment;

/** A cable between a host and the switch of its zone. While it is whole it costs nothing. */
public interface Cable {

  /**
   * Makes something wrong with it, from the next frame on and instead of what was wrong before.
   *
   * @throws IOException if the bench's own host refuses
   */
  void impair(Impairment impairment) throws IOException, InterruptedException;

  /**
   * Why what is wrong with it shows nothing, for example because no frame has met it; empty if it
   * has done to frames what it should, and to no frame anything else.
   */
  Optional<String> doubt();

  /**
   * Makes it whole again; what is on its way is lost. Nothing happens to a cable that is whole.
   *
   * @throws IOException if the bench's own host refuses, or the cable has meanwhile carried nothing
   *     for a reason of the bench's own
   */
  void mend() throws IOException, InterruptedException;
}
