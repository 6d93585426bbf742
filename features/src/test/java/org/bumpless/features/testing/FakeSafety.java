package org.bumpless.features.testing;

import java.time.Duration;
import java.util.Optional;
import org.bumpless.scenario.bench.Safety;

/** The tank farm has no safety island: whoever asks for one has made a mistake. */
final class FakeSafety implements Safety {
  @Override
  public Optional<String> change(String function, double limit) {
    throw none(function);
  }

  @Override
  public Optional<String> bypass(String function, Duration length) {
    throw none(function);
  }

  @Override
  public Optional<String> reset(String function) {
    throw none(function);
  }

  private static IllegalArgumentException none(String function) {
    return new IllegalArgumentException("the plant has no safety function " + function);
  }
}
