package org.bumpless.bridge.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.bridge.core.Plan;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.BridgeSpec;
import org.bumpless.plant.model.BridgeSpec.Point;
import org.bumpless.plant.model.BridgeSpec.Role;
import org.bumpless.plant.model.BridgeSpec.Writable;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;

/**
 * A plan as lines. It goes through the pipe and not on the command line, because a connection may
 * hold a password and every user of the host can read command lines.
 */
final class PlanText {
  /** Ends a plan. */
  static final String END = "go";

  private static final String NONE = "-";

  private PlanText() {}

  static List<Words> write(Plan plan) {
    BridgeSpec spec = plan.spec();
    List<Words> lines = new ArrayList<>();
    lines.add(
        Words.of(
            "bridge",
            plan.controller(),
            spec.provider(),
            spec.connection(),
            spec.role(),
            spec.testRig(),
            spec.line()));
    lines.add(
        Words.of(
            "times", spec.stale().toNanos(), spec.timeout().toNanos(), spec.deadMan().toNanos()));
    lines.add(
        Words.of(
            "guard",
            spec.interlock().map(TagId::toString).orElse(NONE),
            plan.writes(),
            plan.journal()));
    for (int i = 0; i < plan.types().size(); i++) {
      Point p = spec.tags().get(i);
      lines.add(
          Words.of(
              "point",
              p.tag(),
              plan.types().get(i),
              p.address().orElse(""),
              p.scale(),
              p.offset(),
              p.poll().toNanos(),
              p.tolerance(),
              p.line()));
    }
    for (Writable rule : spec.writes()) {
      lines.add(
          Words.of(
              "rule", rule.tag(), rule.min(), rule.max(), rule.rate(), rule.every().toNanos()));
    }
    lines.add(Words.of(END));
    return lines;
  }

  /**
   * The plan in some lines.
   *
   * @throws IllegalArgumentException if they are none
   */
  static Plan read(List<Words> lines) {
    Words bridge = only(lines, "bridge");
    Words times = only(lines, "times");
    Words guard = only(lines, "guard");
    List<Words> points = all(lines, "point");
    return new Plan(
        new AssetId(bridge.word(1)),
        new BridgeSpec(
            bridge.word(2),
            bridge.word(3),
            Role.valueOf(bridge.word(4)),
            points.stream().map(PlanText::point).toList(),
            Duration.ofNanos(times.whole(1)),
            Duration.ofNanos(times.whole(2)),
            Duration.ofNanos(times.whole(3)),
            guard.word(1).equals(NONE) ? Optional.empty() : Optional.of(TagId.parse(guard.word(1))),
            all(lines, "rule").stream().map(PlanText::rule).toList(),
            Boolean.parseBoolean(bridge.word(5)),
            (int) bridge.whole(6)),
        points.stream().map(p -> TagType.valueOf(p.word(2))).toList(),
        Boolean.parseBoolean(guard.word(2)),
        Path.of(guard.word(3)));
  }

  private static Point point(Words line) {
    return new Point(
        TagId.parse(line.word(1)),
        Optional.of(line.word(3)),
        line.number(4),
        line.number(5),
        Duration.ofNanos(line.whole(6)),
        line.number(7),
        (int) line.whole(8));
  }

  private static Writable rule(Words line) {
    return new Writable(
        TagId.parse(line.word(1)),
        line.number(2),
        line.number(3),
        line.number(4),
        Duration.ofNanos(line.whole(5)));
  }

  private static List<Words> all(List<Words> lines, String about) {
    return lines.stream().filter(line -> line.about().equals(about)).toList();
  }

  private static Words only(List<Words> lines, String about) {
    List<Words> found = all(lines, about);
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "a plan with " + found.size() + " lines about " + about + ": expected one");
    }
    return found.getFirst();
  }
}
