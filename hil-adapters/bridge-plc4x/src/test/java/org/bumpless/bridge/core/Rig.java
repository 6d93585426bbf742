package org.bumpless.bridge.core;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.bridge.BridgeEvent;
import org.bumpless.plant.engine.clock.JumpingClock;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.BridgeSpec;
import org.bumpless.plant.model.BridgeSpec.Point;
import org.bumpless.plant.model.BridgeSpec.Role;
import org.bumpless.plant.model.BridgeSpec.Writable;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;

/** A bridge on a controller of the test's own, in time that jumps. */
final class Rig {
  static final TagId SP = TagId.parse("LIC-1.SP");
  static final TagId MODE = TagId.parse("LIC-1.MODE");
  static final TagId LOCK = TagId.parse("LIC-1.LOCK");

  final JumpingClock clock = new JumpingClock(Instant.EPOCH);
  final LossyController wire = new LossyController();
  final List<String> journal = new ArrayList<>();
  final List<String> told = new ArrayList<>();
  final Map<TagId, Double> values = new HashMap<>();
  final Lease lease;
  final Attendant attendant;
  boolean diskFull;
  private long number;

  Rig() {
    this(true, Optional.empty());
  }

  Rig(boolean writes, Optional<TagId> interlock) {
    Duration poll = Duration.ofMillis(100);
    BridgeSpec spec =
        new BridgeSpec(
            "test",
            "test:double",
            Role.CONTROL,
            List.of(
                new Point(SP, Optional.of("sp"), 0.5, 10, poll, 0, 7),
                new Point(MODE, Optional.of("mode"), 1, 0, Duration.ofSeconds(1), 0, 8),
                new Point(LOCK, Optional.of("lock"), 1, 0, poll, 0, 9)),
            Duration.ofSeconds(2),
            Duration.ofMillis(200),
            Duration.ofSeconds(2),
            interlock,
            List.of(
                new Writable(SP, 20, 80, 10, Duration.ofMillis(500)),
                new Writable(MODE, 0, 3, 100, Duration.ZERO)),
            false,
            6);
    Plan plan =
        new Plan(
            new AssetId("LIC-1"),
            spec,
            List.of(TagType.REAL, TagType.INT, TagType.BOOL),
            writes,
            Path.of("unused"));
    lease = new Lease(spec.deadMan());
    lease.begin(clock.nanos());
    attendant = new Attendant(plan, wire, lease, this::put, new Told(), clock);
    wire.raws.put(SP, 80.0); // 50 in the tag's unit
    wire.raws.put(MODE, 1.0);
    wire.raws.put(LOCK, 1.0);
  }

  private void put(Journal.Act act, long number, TagId tag, double value, String text)
      throws IOException {
    if (diskFull) {
      throw new IOException("no space left");
    }
    journal.add(act + " " + tag.name() + " " + value);
    wire.events.add(act.toString());
  }

  void write(TagId tag, double value) {
    attendant.offer(++number, tag, value);
  }

  /** Lets some time pass in small steps, with a bench that beats. */
  void run(Duration length) {
    run(length, true);
  }

  void run(Duration length, boolean beats) {
    long until = clock.nanos() + length.toNanos();
    while (clock.nanos() < until) {
      if (beats) {
        lease.beat(clock.nanos());
      }
      attendant.step();
      clock.spend(Duration.ofMillis(10));
    }
  }

  private final class Told implements Teller {
    @Override
    public void value(TagId tag, double value) {
      values.put(tag, value);
    }

    @Override
    public void settled(long settled) {
      told.add("settled " + settled);
    }

    @Override
    public void event(BridgeEvent.Kind kind, String text) {
      told.add(kind + " " + text);
    }
  }

  /** A controller that loses what the test tells it to lose. */
  static final class LossyController implements Wire {
    final Map<TagId, Double> raws = new HashMap<>();
    final List<String> events = new ArrayList<>();
    int connects;
    int reads;
    boolean down;
    boolean loseRequest;
    boolean loseAnswer;
    boolean refuseWrites;

    /** Whether neighbours are read in one request, which fails as a whole. */
    boolean inOneRequest;

    private boolean connected;

    @Override
    public void connect() throws WireException {
      if (down) {
        throw WireException.lost("no connection", null);
      }
      connects++;
      connected = true;
    }

    @Override
    public List<Answer> read(List<Point> points) throws WireException {
      requireConnected();
      reads++;
      boolean all = points.stream().allMatch(p -> raws.containsKey(p.tag()));
      return points.stream()
          .map(
              p ->
                  (all || !inOneRequest) && raws.containsKey(p.tag())
                      ? new Answer.Value(raws.get(p.tag()))
                      : (Answer) new Answer.Refused("unknown"))
          .toList();
    }

    @Override
    public void write(Point point, double raw) throws WireException {
      requireConnected();
      if (refuseWrites) {
        throw WireException.refused("write-protected");
      }
      if (loseRequest) {
        loseRequest = false;
        connected = false;
        throw WireException.lost("cut before it arrived", null);
      }
      events.add("write " + point.tag().name() + " " + raw);
      raws.put(point.tag(), raw);
      if (loseAnswer) {
        loseAnswer = false;
        connected = false;
        throw WireException.lost("cut after it arrived", null);
      }
    }

    private void requireConnected() throws WireException {
      if (!connected || down) {
        connected = false;
        throw WireException.lost("gone", null);
      }
    }

    /** SP is kept as a whole number here. */
    @Override
    public boolean whole(Point point) {
      return true;
    }

    @Override
    public void close() {
      connected = false;
    }
  }
}
