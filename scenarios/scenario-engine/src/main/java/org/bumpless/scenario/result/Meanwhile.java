package org.bumpless.scenario.result;

import java.util.List;
import java.util.Optional;
import org.bumpless.scenario.bench.Capture;
import org.bumpless.scenario.bench.Process;
import org.bumpless.scenario.bench.Stations;
import org.bumpless.scenario.process.LoopFare;
import org.bumpless.scenario.process.Suffered;

/**
 * What went on in the plant while a scenario was driven.
 *
 * @param stations how they fared
 * @param trends truth of the touched signals
 * @param loops how the control loops fared that matter to it
 * @param suffered by the process as a whole
 * @param capture of what passed the product, where that can be seen
 */
public record Meanwhile(
    List<Stations.Fare> stations,
    List<Process.Series> trends,
    List<LoopFare> loops,
    Suffered suffered,
    Optional<Capture> capture) {
  /** Of a scenario that was not driven. */
  public static final Meanwhile NOTHING =
      new Meanwhile(List.of(), List.of(), List.of(), Suffered.NOTHING, Optional.empty());

  public Meanwhile {
    stations = List.copyOf(stations);
    trends = List.copyOf(trends);
    loops = List.copyOf(loops);
  }
}
