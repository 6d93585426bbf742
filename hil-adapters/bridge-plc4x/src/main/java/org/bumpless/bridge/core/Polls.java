package org.bumpless.bridge.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bumpless.adapter.bridge.BridgeEvent;
import org.bumpless.plant.model.BridgeSpec.Point;
import org.bumpless.plant.model.TagId;

/**
 * The polling groups: tags with one period are read in one exchange. A late poll is not made up.
 */
final class Polls {
  private final Link link;
  private final Teller teller;
  private final List<Group> groups = new ArrayList<>();
  private final Set<TagId> refused = new HashSet<>();

  private static final class Group {
    private final long periodNanos;
    private final List<Point> points = new ArrayList<>();
    private long dueNanos = Long.MIN_VALUE;

    Group(long periodNanos) {
      this.periodNanos = periodNanos;
    }
  }

  Polls(List<Point> points, Link link, Teller teller) {
    this.link = link;
    this.teller = teller;
    Map<Long, Group> byPeriod = new TreeMap<>();
    points.forEach(p -> byPeriod.computeIfAbsent(p.poll().toNanos(), Group::new).points.add(p));
    groups.addAll(byPeriod.values());
  }

  long dueNanos() {
    return groups.stream().mapToLong(g -> g.dueNanos).min().orElse(Long.MAX_VALUE);
  }

  /** Reads the groups that are due. */
  void poll(long nanos) throws WireException {
    for (Group group : groups) {
      if (group.dueNanos <= nanos) {
        group.dueNanos = nanos + group.periodNanos;
        read(group.points);
      }
    }
  }

  private void read(List<Point> points) throws WireException {
    List<Wire.Answer> answers = link.read(points);
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      switch (answers.get(i)) {
        case Wire.Answer.Value(double raw) -> {
          refused.remove(point.tag());
          teller.value(point.tag(), Scaling.toTag(point, raw));
        }
        case Wire.Answer.Refused(String why) -> {
          if (refused.add(point.tag())) {
            teller.event(BridgeEvent.Kind.LOST, point.tag() + " is not given any more: " + why);
          }
        }
      }
    }
  }
}
