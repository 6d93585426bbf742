package org.bumpless.plant.file;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.BridgeSpec;
import org.bumpless.plant.model.BridgeSpec.Point;
import org.bumpless.plant.model.BridgeSpec.Role;
import org.bumpless.plant.model.BridgeSpec.Writable;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;

/**
 * Reads key {@code bridge} of a controller: a text, which is the connection, or a section. Without
 * a role it mirrors: that is what replaces a virtual controller and harms no real one.
 */
final class BridgeReader {
  private static final String EXPECTED =
      "a provider, a colon and its connection, for example plc4x:modbus-tcp://192.0.2.7:502";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration STALE_MIN = Duration.ofSeconds(2);
  private static final int STALE_POLLS = 3;
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration DEAD_MAN = Duration.ofSeconds(5);

  /** Shorter than this, a busy host would be taken for a dead one. */
  private static final Duration DEAD_MAN_MIN = Duration.ofSeconds(1);

  private static final Duration EVERY = Duration.ofSeconds(1);

  private final AssetId controller;
  private final List<TagSpec> tags;

  /**
   * @param tags what the controller has
   */
  BridgeReader(AssetId controller, List<TagSpec> tags) {
    this.controller = controller;
    this.tags = tags;
  }

  Optional<BridgeSpec> read(Section asset) throws Unusable {
    if (!asset.has("bridge")) {
      return Optional.empty();
    }
    int line = asset.placeOf("bridge").line();
    if (!asset.isSection("bridge")) {
      String[] parts = split(asset, "bridge");
      return Optional.of(
          spec(parts, Role.MIRROR, all(POLL, line), stale(all(POLL, line)), TIMEOUT, line));
    }
    return Optional.of(section(asset.section("bridge"), line));
  }

  private static BridgeSpec spec(
      String[] parts, Role role, List<Point> points, Duration stale, Duration timeout, int line) {
    return new BridgeSpec(
        parts[0],
        parts[1],
        role,
        points,
        stale,
        timeout,
        DEAD_MAN,
        Optional.empty(),
        List.of(),
        false,
        line);
  }

  private BridgeSpec section(Section bridge, int line) throws Unusable {
    bridge.probe(
        s -> split(s, "connection"),
        BridgeReader::role,
        s -> time(s, "poll", POLL),
        s -> time(s, "timeout", TIMEOUT),
        BridgeReader::deadMan);
    Duration poll = time(bridge, "poll", POLL);
    List<Point> points = points(bridge, poll, line);
    Role role = role(bridge);
    List<Writable> writes = writes(bridge, role, points);
    BridgeSpec plain =
        spec(
            split(bridge, "connection"),
            role,
            points,
            stale(bridge, points),
            time(bridge, "timeout", TIMEOUT),
            line);
    return new BridgeSpec(
        plain.provider(),
        plain.connection(),
        role,
        points,
        plain.stale(),
        plain.timeout(),
        deadMan(bridge),
        interlock(bridge, points),
        writes,
        bridge.has("testRig") && bridge.flag("testRig"),
        line);
  }

  private static Role role(Section bridge) throws Unusable {
    return bridge.has("role")
        ? bridge.choice("role", Role.class, r -> r.name().toLowerCase(Locale.ROOT))
        : Role.MIRROR;
  }

  private static String[] split(Section section, String key) throws Unusable {
    String[] parts = section.text(key).split(":", 2);
    if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
      throw section.refuse(key, "text " + Quoted.of(section.text(key)), EXPECTED);
    }
    return parts;
  }

  private static Duration time(Section section, String key, Duration otherwise) throws Unusable {
    return section.has(key) ? section.positive(key) : otherwise;
  }

  private static Duration deadMan(Section bridge) throws Unusable {
    Duration wanted = time(bridge, "deadMan", DEAD_MAN);
    if (wanted.compareTo(DEAD_MAN_MIN) < 0) {
      throw bridge.refuse(
          "deadMan",
          bridge.text("deadMan"),
          "1 s or more: a busy host must not be taken for a dead one");
    }
    Duration timeout = time(bridge, "timeout", TIMEOUT);
    if (timeout.multipliedBy(2).compareTo(wanted) > 0) {
      throw bridge.refuse(
          bridge.has("timeout") ? "timeout" : "deadMan",
          "a timeout of %d ms with a deadMan of %d ms"
              .formatted(timeout.toMillis(), wanted.toMillis()),
          "a timeout of at most half the deadMan: an exchange must end before it is time to act");
    }
    return wanted;
  }

  private static Duration stale(List<Point> points) {
    Duration longest = longest(points).multipliedBy(STALE_POLLS);
    return longest.compareTo(STALE_MIN) > 0 ? longest : STALE_MIN;
  }

  private static Duration longest(List<Point> points) {
    return points.stream().map(Point::poll).max(Duration::compareTo).orElse(POLL);
  }

  private static Duration stale(Section bridge, List<Point> points) throws Unusable {
    Duration stale = time(bridge, "stale", stale(points));
    if (stale.compareTo(longest(points)) <= 0) {
      throw bridge.refuse(
          "stale",
          bridge.text("stale"),
          "more than the longest poll of its tags, which is "
              + longest(points).toMillis()
              + " ms: else each value is stale before the next");
    }
    return stale;
  }

  /** Every tag, where its own addresses say. */
  private List<Point> all(Duration poll, int line) {
    return tags.stream()
        .map(
            tag ->
                new Point(new TagId(controller, tag.name()), Optional.empty(), 1, 0, poll, 0, line))
        .toList();
  }

  private List<Point> points(Section bridge, Duration poll, int line) throws Unusable {
    if (!bridge.has("tags")) {
      return all(poll, line);
    }
    Set<String> seen = new HashSet<>();
    List<Point> points = bridge.each("tags", section -> point(section, poll, seen));
    if (points.size() < bridge.count("tags")) {
      throw new Unusable(); // a shorter list would make write and interlock look wrong
    }
    return points;
  }

  private Point point(Section section, Duration poll, Set<String> seen) throws Unusable {
    Tag tag = tag(section, "tag");
    if (!seen.add(tag.id().name())) {
      throw section.refuse("tag", "tag " + Quoted.of(tag.id().name()) + " again", "each tag once");
    }
    double scale = section.has("scale") ? section.number("scale") : 1;
    if (scale == 0) {
      throw section.refuse("scale", "0", "another number: tag = raw * scale + offset");
    }
    if (tag.type() == TagType.BOOL && (section.has("scale") || section.has("offset"))) {
      throw section.refuse("tag", "a BOOL with scale or offset", "neither: a bit is true or false");
    }
    double tolerance = section.has("tolerance") ? section.number("tolerance") : 0;
    if (tolerance < 0) {
      throw section.refuse("tolerance", Double.toString(tolerance), "0 or more");
    }
    return new Point(
        tag.id(),
        section.has("address") ? Optional.of(section.text("address")) : Optional.empty(),
        scale,
        section.has("offset") ? section.number("offset") : 0,
        time(section, "poll", poll),
        tolerance,
        section.place().line());
  }

  private Tag tag(Section section, String key) throws Unusable {
    String name = section.text(key);
    return tags.stream()
        .filter(its -> its.name().equals(name))
        .findFirst()
        .map(its -> its.of(controller))
        .orElseThrow(
            () ->
                section.refuse(
                    key,
                    "tag " + Quoted.of(name) + ", which " + controller + " does not have",
                    Quoted.oneOf(tags.stream().map(TagSpec::name).toList())));
  }

  /** A tag that is read over the bridge, too. */
  private Tag bridged(Section section, String key, List<Point> points) throws Unusable {
    Tag tag = tag(section, key);
    if (points.stream().noneMatch(p -> p.tag().equals(tag.id()))) {
      throw section.refuse(
          key,
          "tag " + Quoted.of(tag.id().name()) + ", which is not among the tags of the bridge",
          "an entry for it below tags: what is written must be read back");
    }
    return tag;
  }

  private Optional<TagId> interlock(Section bridge, List<Point> points) throws Unusable {
    if (!bridge.has("interlock")) {
      return Optional.empty();
    }
    Tag tag = bridged(bridge, "interlock", points);
    if (tag.type() != TagType.BOOL) {
      throw bridge.refuse("interlock", "a tag of type " + tag.type(), "a BOOL");
    }
    return Optional.of(tag.id());
  }

  private List<Writable> writes(Section bridge, Role role, List<Point> points) throws Unusable {
    List<Writable> writes = bridge.each("write", section -> writable(section, points));
    if (role != Role.CONTROL && bridge.has("write")) {
      throw bridge.refuse(
          "write",
          "a write list with role " + role.name().toLowerCase(Locale.ROOT),
          "role: control, or no write list");
    }
    if (role == Role.CONTROL && bridge.count("write") == 0) {
      throw bridge.refuse(
          "role", "role control without a write list", "key write: what may be written, and how");
    }
    if (writes.stream().map(Writable::tag).distinct().count() < writes.size()) {
      throw bridge.refuse("write", "a tag twice", "each tag once");
    }
    return writes;
  }

  private Writable writable(Section section, List<Point> points) throws Unusable {
    Tag tag = bridged(section, "tag", points);
    if (tag.access() == TagAccess.READ_ONLY) {
      throw section.refuse("tag", tag.id().name() + ", which is read-only", "a read-write tag");
    }
    Duration every = section.has("every") ? section.duration("every") : EVERY;
    if (tag.type() == TagType.BOOL) {
      if (section.has("min") || section.has("max") || section.has("rate")) {
        throw section.refuse("tag", "a BOOL with min, max or rate", "key every alone");
      }
      return new Writable(tag.id(), 0, 1, 0, every);
    }
    double min = section.number("min");
    double max = section.number("max");
    if (min > max || min < tag.low() || max > tag.high()) {
      throw section.refuse(
          "min",
          "a range of " + min + " to " + max,
          "one inside the tag's own, " + tag.low() + " to " + tag.high());
    }
    double rate = section.number("rate");
    if (rate <= 0) {
      throw section.refuse("rate", Double.toString(rate), "the largest change per second, above 0");
    }
    return new Writable(tag.id(), min, max, rate, every);
  }
}
