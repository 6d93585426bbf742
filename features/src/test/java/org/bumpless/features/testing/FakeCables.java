package org.bumpless.features.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.plant.cable.Impairment;
import org.bumpless.plant.cable.Plug;
import org.bumpless.scenario.bench.Cables;

/** Cables that remember what was done to them. */
public final class FakeCables implements Cables {
  private final List<String> done = new ArrayList<>();
  private Optional<String> doubt = Optional.empty();
  private boolean stuck;
  private boolean broken;

  /** Nothing can be done to them. */
  public void stuck() {
    stuck = true;
  }

  /** What is wrong with them shows nothing. */
  public void idle(String why) {
    doubt = Optional.of(why);
  }

  /** What was done, in order. */
  public List<String> done() {
    return List.copyOf(done);
  }

  void mendAll() {
    broken = false;
  }

  boolean broken() {
    return broken;
  }

  @Override
  public void impair(Plug plug, Impairment impairment) throws IOException {
    if (stuck) {
      throw new IOException("no cable here");
    }
    broken = true;
    done.add(plug.inWords() + ": " + impairment.inWords());
  }

  @Override
  public Optional<String> doubt() {
    return doubt;
  }

  @Override
  public void mend(Plug plug) {
    broken = false;
    done.add(plug.inWords() + ": mended");
  }
}
