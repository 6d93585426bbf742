package org.bumpless.bridge.core;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bumpless.adapter.bridge.BridgeEvent;
import org.bumpless.plant.model.BridgeSpec.Point;
import org.bumpless.plant.model.BridgeSpec.Writable;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.time.NanoClock;

/** The values that a real controller had before the bench came, and the way back to them. */
final class Recorded {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

  private final Plan plan;
  private final Link link;
  private final Journal journal;
  private final Teller teller;
  private final NanoClock clock;
  private final Map<TagId, Double> raws = new LinkedHashMap<>();
  private final Set<TagId> touched = new LinkedHashSet<>();

  Recorded(Plan plan, Link link, Journal journal, Teller teller, NanoClock clock) {
    this.plan = plan;
    this.link = link;
    this.journal = journal;
    this.teller = teller;
    this.clock = clock;
  }

  /**
   * Reads and puts down what may be written later.
   *
   * @throws IOException if it cannot be put down: then nothing may be written
   */
  void record() throws WireException, IOException {
    for (Writable rule : plan.spec().writes()) {
      Point point = plan.point(rule.tag());
      double raw = link.read(point);
      raws.put(rule.tag(), raw);
      journal.put(Journal.Act.RECORDED, 0, rule.tag(), Scaling.toTag(point, raw), "");
    }
  }

  /** Takes over what another process has recorded and touched. */
  void resume(Map<TagId, Double> values) {
    values.forEach(
        (tag, value) ->
            raws.put(tag, (value - plan.point(tag).offset()) / plan.point(tag).scale()));
    touched.addAll(values.keySet());
  }

  /** The bench is about to write a tag. */
  void touch(TagId tag) {
    if (!raws.containsKey(tag)) {
      throw new IllegalStateException(tag + " was not recorded and must not be written");
    }
    touched.add(tag);
  }

  /**
   * Brings back what was touched, trying again until it is there.
   *
   * @param until when to give up, in nanoseconds of the clock
   * @return whether all is as recorded
   */
  boolean revert(long until) throws InterruptedException {
    String last = "";
    while (!touched.isEmpty()) {
      try {
        if (link.connected() || link.again()) {
          for (TagId tag : List.copyOf(touched)) {
            revert(tag);
          }
          teller.event(BridgeEvent.Kind.REVERTED, "all values are as they were recorded");
          return true;
        }
        last = "it is not to be reached";
      } catch (WireException e) {
        last = e.told();
      }
      if (clock.nanos() >= until) {
        teller.event(
            BridgeEvent.Kind.REVERTED,
            "NOT brought back: " + touched + " (" + last + "); see the log of writes");
        return false;
      }
      clock.await(BETWEEN_TRIES);
    }
    return true;
  }

  private void revert(TagId tag) throws WireException {
    Point point = plan.point(tag);
    double wanted = Objects.requireNonNull(raws.get(tag));
    boolean whole = link.whole(point);
    double shown = Scaling.toTag(point, wanted);
    if (!Scaling.same(link.read(point), wanted, whole)) {
      put(Journal.Act.REVERTING, tag, shown);
      link.write(point, wanted);
      if (!Scaling.same(link.read(point), wanted, whole)) {
        throw WireException.refused(tag + " did not take its recorded value " + shown);
      }
    }
    put(Journal.Act.REVERTED, tag, shown);
    touched.remove(tag);
  }

  /** The way back does not wait for a disk that is full. */
  private void put(Journal.Act act, TagId tag, double value) {
    try {
      journal.put(act, 0, tag, value, "");
    } catch (IOException e) {
      teller.event(BridgeEvent.Kind.UNKNOWN, "the log of writes fails: " + e.getMessage());
    }
  }
}
