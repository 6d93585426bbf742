package org.bumpless.runner.sweep;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.ProcessModel;

/** How near a process has come to tripping by itself. */
final class Watch {
  private final ProcessModel model;
  private final List<Trip> trips = new ArrayList<>();

  /**
   * A limit with the room that there was at the start.
   *
   * @param room in the signal's unit, above 0
   */
  private record Trip(int signal, Limit limit, double room) {}

  /** Limits that are left already at the start are none of the trial's. */
  Watch(ProcessModel model) {
    this.model = model;
    for (Limit limit : model.limits()) {
      int signal = model.index(limit.signal());
      double room = limit.margin(model.truth(signal));
      if (limit.kind() == Limit.Kind.TRIP && room > 0) {
        trips.add(new Trip(signal, limit, room));
      }
    }
  }

  /** The worse of an outcome and of what the process shows now. */
  Outcome see(Outcome soFar) {
    Outcome worst = soFar;
    for (Trip trip : trips) {
      double left = trip.limit().margin(model.truth(trip.signal())) / trip.room();
      worst = worst.and(1 - left, trip.limit().signal() + " trips");
    }
    return worst;
  }
}
