package org.bumpless.features.testing;

import java.util.List;
import org.bumpless.scenario.bench.Process;
import org.bumpless.scenario.process.Suffered;

/** A process that stays half full and suffers nothing. */
final class FakeProcess implements Process {
  @Override
  public double now(String signal) {
    return 50;
  }

  @Override
  public List<Series> since(long nanos, List<String> signals) {
    return signals.stream()
        .map(signal -> new Series(signal, "", List.of(new Point(nanos, 0))))
        .toList();
  }

  @Override
  public Suffered suffered(long nanos) {
    return Suffered.NOTHING;
  }
}
