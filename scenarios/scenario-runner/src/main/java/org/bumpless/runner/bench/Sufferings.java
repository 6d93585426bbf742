package org.bumpless.runner.bench;

import java.util.List;
import java.util.Optional;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.kpi.Kpis;
import org.bumpless.scenario.process.Suffered;
import org.bumpless.scenario.process.Suffered.Amount;

/** What a meter has counted, as scenarios know it. */
final class Sufferings {
  private Sufferings() {}

  static Suffered of(Kpis kpis) {
    return new Suffered(
        of(kpis, Limit.Kind.NORMAL).stream()
            .filter(band -> band.outsideS() > 0)
            .map(band -> new Amount(band.limit().signal(), "s", band.outsideS()))
            .toList(),
        nearest(kpis),
        of(kpis, Limit.Kind.TRIP).stream()
            .filter(band -> band.left() > 0)
            .map(band -> new Amount(band.limit().signal(), "", band.left()))
            .toList(),
        kpis.losses().stream()
            .filter(loss -> loss.amount() > 0)
            .map(loss -> new Amount(loss.signal(), loss.unit(), loss.amount()))
            .toList());
  }

  private static List<Kpis.Band> of(Kpis kpis, Limit.Kind kind) {
    return kpis.bands().stream().filter(band -> band.limit().kind() == kind).toList();
  }

  /** Nothing was near where only one row was recorded: there is no distance yet. */
  private static Optional<Amount> nearest(Kpis kpis) {
    return kpis.seconds() > 0
        ? kpis.nearestToTrip()
            .map(band -> new Amount(band.limit().signal(), band.unit(), band.leastMargin()))
        : Optional.empty();
  }
}
