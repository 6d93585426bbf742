package org.bumpless.features.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.adapter.pep.Mishap;
import org.bumpless.scenario.bench.Power;

/** A switch that remembers how it was turned. */
public final class FakePower implements Power {
  private final List<String> turned = new ArrayList<>();
  private boolean off;
  private Optional<String> trouble = Optional.empty();

  /** The product does not start again. */
  public void dead(String why) {
    trouble = Optional.of(why);
  }

  public List<String> turned() {
    return List.copyOf(turned);
  }

  boolean isOff() {
    return off;
  }

  void restore() {
    off = false;
  }

  @Override
  public void off() {
    turned.add("off");
    off = true;
  }

  @Override
  public void kill() {
    turned.add("killed");
    off = true;
  }

  @Override
  public Optional<String> suffer(Mishap mishap) {
    turned.add(mishap.toString());
    off = mishap instanceof Mishap.Hung;
    return trouble;
  }

  @Override
  public Optional<String> recover() {
    turned.add("recovered");
    off = false;
    return trouble;
  }

  @Override
  public Optional<String> on() {
    turned.add("on");
    off = false;
    return trouble;
  }
}
