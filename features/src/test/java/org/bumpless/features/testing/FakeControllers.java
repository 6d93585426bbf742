package org.bumpless.features.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.bumpless.plant.engine.clock.JumpingClock;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.SystemTags;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.Tick;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.Controllers;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.ledger.Ledger;

/** Controllers that do as they are told at once: what is written into their image is so. */
final class FakeControllers implements Controllers {
  private final Plant plant;
  private final JumpingClock clock;
  private final History history;
  private final Map<TagId, TagValue> image = new ConcurrentSkipListMap<>();
  private final Map<AssetId, KeySwitch> keys = new ConcurrentHashMap<>();

  FakeControllers(Plant plant, JumpingClock clock, History history) {
    this.plant = plant;
    this.clock = clock;
    this.history = history;
  }

  /** A controller carries out what has reached it. */
  Outcome obey(Call call, Operation operation) {
    clock.spend(Duration.ofMillis(1));
    if (locked(call.server(), operation)) {
      return new Outcome.Refused("the key switch is in RUN");
    }
    Ledger.writes(operation).forEach(this::write);
    Map<TagId, TagValue> read = read(call.server(), operation);
    if (!read.isEmpty()) {
      history.append(
          new Entry.Reached(
              new Served(
                  clock.nanos(),
                  call.server(),
                  call.protocol(),
                  "127.0.0.1:1",
                  "a read",
                  List.copyOf(read.keySet()),
                  false,
                  true)));
    }
    clock.spend(Duration.ofMillis(1));
    return new Outcome.Answered(read, "done");
  }

  private void write(TagId tag, TagValue value) {
    TagValue before = image.getOrDefault(tag, value);
    image.put(tag, value);
    Tick tick = new Tick(clock.nanos() / 10_000_000, 10_000_000);
    history.append(new Entry.Changed(new Effect(clock.nanos(), tick, tag, before, value)));
  }

  private static Map<TagId, TagValue> read(AssetId server, Operation operation) {
    Map<TagId, TagValue> read = new TreeMap<>();
    switch (operation) {
      case Operation.Read(var tags) -> tags.forEach(t -> read.put(t, new TagValue.Real(50)));
      case Operation.Sweep _ ->
          read.put(new TagId(server, "RECIPE_1"), new TagValue.Int((short) 4711));
      case Operation.Write _,
          Operation.Download _,
          Operation.DownloadProgram _,
          Operation.ChangeMode _,
          Operation.Browse _ -> {}
    }
    return read;
  }

  /** Whether a controller's key keeps it from carrying something out. */
  private boolean locked(AssetId controller, Operation operation) {
    boolean engineering =
        operation instanceof Operation.DownloadProgram || operation instanceof Operation.ChangeMode;
    return engineering && keys.get(controller) == KeySwitch.RUN;
  }

  /** All values and keys as they were at first. */
  void restore() {
    image.clear();
    keys.clear();
  }

  @Override
  public void turn(AssetId controller, KeySwitch key) {
    keys.put(controller, key);
  }

  @Override
  public String programChecksum(AssetId controller) {
    TagValue loaded = image.get(SystemTags.programChecksum(controller));
    return loaded == null
        ? plant
            .controller(controller)
            .flatMap(its -> plant.program(its.program().program()))
            .orElseThrow()
            .checksum()
        : loaded.toString();
  }

  @Override
  public OperatingMode mode(AssetId controller) {
    TagValue mode = image.get(SystemTags.operatingMode(controller));
    return mode == null ? OperatingMode.RUN : OperatingMode.valueOf(mode.toString());
  }
}
