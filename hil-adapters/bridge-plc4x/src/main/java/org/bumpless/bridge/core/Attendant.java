package org.bumpless.bridge.core;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.plant.model.BridgeSpec.Point;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.time.NanoClock;

/**
 * Attends to one real controller: opens the connection, and then step by step reads, writes and
 * connects again. Used by one thread; at most one exchange is under way.
 */
public final class Attendant {
  private final Plan plan;
  private final Link link;
  private final Polls polls;
  private final Writes writes;
  private final Recorded recorded;
  private final Teller teller;
  private final NanoClock clock;

  /**
   * @param lease of the bench
   */
  public Attendant(
      Plan plan, Wire wire, Lease lease, Journal journal, Teller teller, NanoClock clock) {
    this.plan = plan;
    this.clock = clock;
    this.teller = teller;
    this.link = new Link(wire, clock, teller);
    this.polls = new Polls(plan.spec().tags(), link, teller);
    this.recorded = new Recorded(plan, link, journal, teller, clock);
    this.writes = new Writes(plan, link, lease, recorded, journal, teller, clock);
  }

  /**
   * Connects, reads every tag once and records what may be written.
   *
   * @throws ProductException if the controller is not to be reached, or does not know a tag; the
   *     connection is let go then
   */
  public void open() throws ProductException {
    try {
      link.open();
      readAll();
      if (plan.writes()) {
        recorded.record();
      }
    } catch (WireException e) {
      link.close();
      throw new ProductException(ProductException.Cause.UNAVAILABLE, e.told(), e);
    } catch (IOException e) {
      link.close();
      throw new ProductException(
          ProductException.Cause.UNAVAILABLE,
          "the log of writes cannot be written: " + e.getMessage(),
          e);
    } catch (ProductException e) {
      link.close();
      throw e;
    }
  }

  /** In one exchange for each tag, so that it is clear which one the controller does not know. */
  private void readAll() throws WireException, ProductException {
    for (Point point : plan.spec().tags()) {
      switch (link.read(List.of(point)).getFirst()) {
        case Wire.Answer.Value(double raw) -> first(point, Scaling.toTag(point, raw));
        case Wire.Answer.Refused(String why) ->
            throw bad(
                point, why, "an address that the controller has, of the type that it has there");
      }
    }
  }

  private void first(Point point, double value) throws ProductException {
    if (plan.type(point) == TagType.INT
        && (value != Math.rint(value) || Math.abs(value) > Short.MAX_VALUE)) {
      throw bad(
          point,
          "the value " + value,
          "a whole number, because the tag is INT: another type of address, or a scale");
    }
    teller.value(point.tag(), value);
  }

  private ProductException bad(Point point, String found, String expected) {
    return new ProductException(
        ProductException.Cause.BAD_INPUT,
        "line %d: %s at %s: found %s; expected %s"
            .formatted(point.line(), point.tag(), point.address().orElse("?"), found, expected));
  }

  /**
   * Takes over what another process has recorded and written, to bring it back.
   *
   * @param values tag to recorded value, in the tag's unit
   */
  public void resume(Map<TagId, Double> values) {
    recorded.resume(values);
  }

  /** Takes a write of the bench; what becomes of it is told. */
  public void offer(long number, TagId tag, double value) {
    writes.offer(number, tag, value);
  }

  /**
   * Does what is due, one exchange or one try to connect at most.
   *
   * @return when there is something to do again, in nanoseconds of the clock
   */
  public long step() {
    if (!link.connected()) {
      if (!link.due()) {
        return link.at();
      }
      link.again();
      return link.connected() ? clock.nanos() : link.at();
    }
    if (!writes.isEmpty()) {
      writes.serve();
    }
    try {
      if (link.connected() && polls.dueNanos() <= clock.nanos()) {
        polls.poll(clock.nanos());
      }
    } catch (WireException _) {
      return clock.nanos(); // the link has told it and knows when to try again
    }
    return writes.isEmpty() ? polls.dueNanos() : clock.nanos();
  }

  /**
   * Drops what waits and brings the recorded values back.
   *
   * @param until when to give up, in nanoseconds of the clock
   * @return whether all is as recorded
   */
  public boolean revert(long until) throws InterruptedException {
    writes.drop("the recorded values are brought back");
    return recorded.revert(until);
  }

  /** Lets the connection go. */
  public void close() {
    link.close();
  }
}
