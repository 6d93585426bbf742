package org.bumpless.runner.virtual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.cpu.Answer;
import org.bumpless.plc.cpu.Load;
import org.bumpless.plc.protocol.LiveTags.Change;
import org.bumpless.plc.scan.VirtualController;

/** What an endpoint is on the wire: the place where an operation meets its controller. */
final class ControllerPort {
  private final VirtualController controller;
  private final Map<TagId, Integer> slots = new HashMap<>();
  private final Consumer<Served> log;
  private final NanoClock clock;

  ControllerPort(VirtualController controller, Consumer<Served> log, NanoClock clock) {
    this.controller = controller;
    this.log = log;
    this.clock = clock;
    for (int slot = 0; slot < controller.tags().size(); slot++) {
      slots.put(controller.tags().get(slot).id(), slot);
    }
  }

  /** Carries an operation out, as far as the controller itself allows. */
  Outcome perform(AssetId client, Protocol protocol, Operation operation) {
    return switch (operation) {
      case Operation.Read(List<TagId> tags) ->
          served(client, protocol, "read", tags, false, read(tags));
      case Operation.Write(TagId tag, TagValue value, String manner) ->
          served(
              client, protocol, "write " + manner, List.of(tag), true, write(Map.of(tag, value)));
      case Operation.Download(Map<TagId, TagValue> values) ->
          served(
              client,
              protocol,
              "write",
              values.keySet().stream().sorted(Comparator.comparing(TagId::toString)).toList(),
              true,
              write(values));
      case Operation.DownloadProgram(AssetId _, var program) ->
          served(
              client,
              protocol,
              "download of " + program.name(),
              List.of(),
              true,
              outcome(controller.engineering().download(program, Load.ONLINE)));
      case Operation.ChangeMode(AssetId _, boolean run) ->
          served(
              client,
              protocol,
              run ? "start" : "stop",
              List.of(),
              true,
              outcome(run ? controller.engineering().start() : controller.engineering().stop()));
      case Operation.Browse() ->
          served(
              client,
              protocol,
              "identification",
              List.of(),
              false,
              new Outcome.Answered(Map.of(), controller.asset().personality().product()));
      case Operation.Sweep() -> {
        List<TagId> all = controller.tags().stream().map(Tag::id).toList();
        yield served(client, protocol, "sweep", all, false, read(all));
      }
    };
  }

  private Outcome served(
      AssetId client,
      Protocol protocol,
      String request,
      List<TagId> tags,
      boolean writes,
      Outcome outcome) {
    boolean accepted = outcome instanceof Outcome.Answered;
    log.accept(
        new Served(
            clock.nanos(),
            controller.id(),
            protocol,
            client.value(),
            request,
            tags,
            writes,
            accepted));
    return outcome;
  }

  private Outcome read(List<TagId> tags) {
    Map<TagId, TagValue> values = new HashMap<>();
    for (TagId tag : tags) {
      Integer slot = slots.get(tag);
      if (slot == null) {
        return new Outcome.Refused("no tag " + tag);
      }
      values.put(tag, controller.read(slot));
    }
    return new Outcome.Answered(values, "");
  }

  private Outcome write(Map<TagId, TagValue> values) {
    List<Change> changes = new ArrayList<>();
    for (Tag tag : controller.tags()) {
      TagValue value = values.get(tag.id());
      if (value != null) {
        if (tag.access() == TagAccess.READ_ONLY) {
          return new Outcome.Refused(tag.id() + " is read-only");
        }
        changes.add(new Change.Set(slots.getOrDefault(tag.id(), 0), value));
      }
    }
    if (changes.size() < values.size()) {
      return new Outcome.Refused("no such tag among " + values.keySet());
    }
    return controller.offer(changes)
        ? new Outcome.Answered(Map.of(), "")
        : new Outcome.Refused("the controller is busy");
  }

  private static Outcome outcome(Answer answer) {
    return switch (answer) {
      case Answer.Done() -> new Outcome.Answered(Map.of(), "");
      case Answer.Refused(Answer.Cause _, String reason) -> new Outcome.Refused(reason);
    };
  }
}
