package org.bumpless.bridge.core;

import java.util.List;
import org.bumpless.adapter.bridge.BridgeEvent;
import org.bumpless.plant.model.BridgeSpec.Point;
import org.bumpless.plant.time.NanoClock;

/** A wire that is connected again after it was lost, and not more often than its retry allows. */
final class Link {
  private final Wire wire;
  private final NanoClock clock;
  private final Teller teller;
  private final Retry retry = new Retry();
  private boolean connected;

  Link(Wire wire, NanoClock clock, Teller teller) {
    this.wire = wire;
    this.clock = clock;
    this.teller = teller;
  }

  boolean connected() {
    return connected;
  }

  boolean due() {
    return retry.due(clock.nanos());
  }

  /** The moment of the next try to connect. */
  long at() {
    return Math.max(retry.at(), clock.nanos());
  }

  /** Connects for the first time. */
  void open() throws WireException {
    wire.connect();
    connected = true;
  }

  /** Tries once to connect; tells whether it is connected then. */
  boolean again() {
    try {
      wire.connect();
      connected = true;
      retry.connected();
      teller.event(BridgeEvent.Kind.BACK, "connected again");
    } catch (WireException _) {
      retry.failed(clock.nanos()); // that it is lost has been told
    }
    return connected;
  }

  List<Wire.Answer> read(List<Point> points) throws WireException {
    try {
      return wire.read(points);
    } catch (WireException e) {
      throw noted(e);
    }
  }

  void write(Point point, double raw) throws WireException {
    try {
      wire.write(point, raw);
    } catch (WireException e) {
      throw noted(e);
    }
  }

  /** One value. */
  double read(Point point) throws WireException {
    return switch (read(List.of(point)).getFirst()) {
      case Wire.Answer.Value(double raw) -> raw;
      case Wire.Answer.Refused(String why) ->
          throw WireException.refused(point.tag() + " is not given: " + why);
    };
  }

  boolean whole(Point point) {
    return wire.whole(point);
  }

  private WireException noted(WireException e) {
    if (!e.answered() && connected) {
      connected = false;
      wire.close();
      retry.failed(clock.nanos());
      teller.event(BridgeEvent.Kind.LOST, e.told());
    }
    return e;
  }

  void close() {
    connected = false;
    wire.close();
  }
}
