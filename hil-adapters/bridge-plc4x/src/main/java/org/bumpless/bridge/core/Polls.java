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
 *
 * <p>A driver may read neighbours in one request, and then one tag that the controller does not
 * give any more takes them along. So tags that are refused together are asked one by one, and those
 * that are refused then as well are left out of the exchange until they are given again.
 */
final class Polls {
  private final Link link;
  private final Teller teller;
  private final List<Group> groups = new ArrayList<>();
  private final Set<TagId> refused = new HashSet<>();

  private static final class Group {
    private final long periodNanos;
    private final List<Point> together = new ArrayList<>();
    private final List<Point> alone = new ArrayList<>();
    private long dueNanos = Long.MIN_VALUE;

    Group(long periodNanos) {
      this.periodNanos = periodNanos;
    }
  }

  Polls(List<Point> points, Link link, Teller teller) {
    this.link = link;
    this.teller = teller;
    Map<Long, Group> byPeriod = new TreeMap<>();
    points.forEach(p -> byPeriod.computeIfAbsent(p.poll().toNanos(), Group::new).together.add(p));
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
        read(group);
      }
    }
  }

  private void read(Group group) throws WireException {
    List<Point> asked = new ArrayList<>(group.alone);
    if (!group.together.isEmpty()) {
      List<Wire.Answer> answers = link.read(group.together);
      for (int i = 0; i < answers.size(); i++) {
        Point point = group.together.get(i);
        if (answers.get(i) instanceof Wire.Answer.Refused) {
          asked.add(point);
        } else {
          take(point, answers.get(i));
        }
      }
    }
    for (Point point : asked) {
      boolean given = take(point, link.read(List.of(point)).getFirst());
      move(point, given ? group.alone : group.together, given ? group.together : group.alone);
    }
  }

  private static void move(Point point, List<Point> from, List<Point> to) {
    if (from.remove(point)) {
      to.add(point);
    }
  }

  /** Whether there was a value in the answer. */
  private boolean take(Point point, Wire.Answer answer) {
    return switch (answer) {
      case Wire.Answer.Value(double raw) -> {
        if (refused.remove(point.tag())) {
          teller.event(BridgeEvent.Kind.BACK, point.tag() + " is given again");
        }
        teller.value(point.tag(), Scaling.toTag(point, raw));
        yield true;
      }
      case Wire.Answer.Refused(String why) -> {
        if (refused.add(point.tag())) {
          teller.event(BridgeEvent.Kind.LOST, point.tag() + " is not given any more: " + why);
        }
        yield false;
      }
    };
  }
}
