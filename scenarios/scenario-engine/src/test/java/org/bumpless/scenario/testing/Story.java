package org.bumpless.scenario.testing;

import java.util.List;
import java.util.Map;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.Tick;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.history.Wish;

/** A history made up for a test, whose right answer is known; times are milliseconds. */
public final class Story {
  public static final Outcome OK = new Outcome.Answered(Map.of(), "ok");
  public static final Outcome DENIED = new Outcome.Refused("exception 1");
  public static final Outcome SILENT = new Outcome.NoReply("nothing within 1500 ms");

  private static final long MILLI = 1_000_000L;

  private final History history = new History(entry -> {});
  private AssetId host = new AssetId("EWS-1");

  public static long ms(long millis) {
    return millis * MILLI;
  }

  public static TagValue real(double value) {
    return new TagValue.Real((float) value);
  }

  /** Where everybody sits from now on. */
  public Story at(String asset) {
    host = new AssetId(asset);
    return this;
  }

  public History history() {
    return history;
  }

  public List<Entry.Act> acts() {
    return history.all(Entry.Act.class);
  }

  public List<Entry.Changed> changes() {
    return history.all(Entry.Changed.class);
  }

  public Story wanted(String actor, String tag, double value, long sent, Outcome outcome) {
    return write(Wish.WANTED, actor, tag, value, sent, sent + 5, outcome);
  }

  public Story unwanted(String actor, String tag, double value, long sent, Outcome outcome) {
    return write(Wish.UNWANTED, actor, tag, value, sent, sent + 5, outcome);
  }

  public Story probe(String tag, double value, long sent, long done, Outcome outcome) {
    return write(Wish.PROBE, "anna", tag, value, sent, done, outcome);
  }

  public Story write(
      Wish wish, String actor, String tag, double value, long sent, long done, Outcome outcome) {
    TagId id = TagId.parse(tag);
    return act(
        wish, actor, id.controller(), new Operation.Write(id, real(value)), sent, done, outcome);
  }

  public Story act(
      Wish wish,
      String actor,
      AssetId server,
      Operation operation,
      long sent,
      long done,
      Outcome outcome) {
    history.append(
        new Entry.Act(
            history.nextNumber(),
            actor,
            host,
            server,
            Protocol.MODBUS_TCP,
            operation,
            wish,
            ms(sent),
            ms(done),
            outcome));
    return this;
  }

  /** The controller's own record that a write took hold. */
  public Story effect(String tag, double value, long at) {
    history.append(
        new Entry.Changed(
            new Effect(
                ms(at), new Tick(at / 10, ms(10)), TagId.parse(tag), real(50), real(value))));
    return this;
  }

  /** The controller's own record that a read was served. */
  public Story served(String controller, Protocol protocol, long at, String... tags) {
    AssetId id = new AssetId(controller);
    List<TagId> read = List.of(tags).stream().map(t -> new TagId(id, t)).toList();
    history.append(
        new Entry.Reached(
            new Served(ms(at), id, protocol, "127.64.128.9:5000", "a read", read, false, true)));
    return this;
  }
}
