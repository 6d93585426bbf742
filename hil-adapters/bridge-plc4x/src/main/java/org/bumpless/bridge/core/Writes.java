package org.bumpless.bridge.core;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bumpless.adapter.bridge.BridgeEvent;
import org.bumpless.plant.model.BridgeSpec.Point;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.time.NanoClock;

/** The writes of the bench, in order and one at a time: none is lost, none is sent twice. */
final class Writes {
  /** From the first try; then nobody needs it any more. */
  static final Duration GIVE_UP_AFTER = Duration.ofSeconds(60);

  private final Plan plan;
  private final Link link;
  private final Guard guard;
  private final Lease lease;
  private final Recorded recorded;
  private final Journal journal;
  private final Teller teller;
  private final NanoClock clock;
  private final Deque<Write> waiting = new ArrayDeque<>();

  Writes(
      Plan plan,
      Link link,
      Lease lease,
      Recorded recorded,
      Journal journal,
      Teller teller,
      NanoClock clock) {
    this.plan = plan;
    this.link = link;
    this.guard = new Guard(plan.spec(), plan.writes());
    this.lease = lease;
    this.recorded = recorded;
    this.journal = journal;
    this.teller = teller;
    this.clock = clock;
  }

  /** One write on its way. */
  private static final class Write {
    private final long number;
    private final Point point;
    private final double value;
    private final long sinceNanos;
    private boolean unanswered;
    private double rawBefore;

    Write(long number, Point point, double value, long sinceNanos) {
      this.number = number;
      this.point = point;
      this.value = value;
      this.sinceNanos = sinceNanos;
    }

    TagId tag() {
      return point.tag();
    }
  }

  /** What the controller has just then. */
  private record Present(double raw, Optional<Boolean> interlock) {}

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  void offer(long number, TagId tag, double value) {
    Write write = new Write(number, plan.point(tag), value, clock.nanos());
    if (waiting.size() >= Plan.WAITING_MAX) {
      refuse(write, Plan.WAITING_MAX + " writes wait already");
      return;
    }
    waiting.add(write);
  }

  /** Nothing of what waits is sent any more. */
  void drop(String why) {
    while (!waiting.isEmpty()) {
      giveUp(waiting.remove(), why);
    }
  }

  /** Goes on with the first that waits. */
  void serve() {
    Write write = waiting.element();
    if (clock.nanos() - write.sinceNanos > GIVE_UP_AFTER.toNanos()) {
      waiting.remove();
      giveUp(write, "for " + GIVE_UP_AFTER.toSeconds() + " s the controller did not answer");
      return;
    }
    try {
      if (write.unanswered ? readBack(write) : send(write)) {
        waiting.remove();
      }
    } catch (WireException e) {
      if (e.answered()) {
        waiting.remove();
        refuse(write, e.told());
      }
    } catch (IOException e) {
      waiting.remove();
      refuse(write, "it cannot be put down before it is sent: " + e.getMessage());
    }
  }

  /** Whether nothing more will happen to it. */
  private boolean send(Write write) throws WireException, IOException {
    Present present = present(write);
    Optional<String> refusal = refusal(write, present);
    if (refusal.isPresent()) {
      refuse(write, refusal.get());
      return true;
    }
    write.rawBefore = present.raw();
    dispatch(write, Journal.Act.SENDING);
    return true;
  }

  private Optional<String> refusal(Write write, Present present) {
    if (!lease.held(clock.nanos())) {
      return Optional.of("the bench was silent for too long");
    }
    return guard.refusal(
        write.tag(),
        plan.type(write.point),
        write.value,
        Scaling.toTag(write.point, present.raw()),
        present.interlock(),
        clock.nanos());
  }

  private Present present(Write write) throws WireException {
    Optional<Point> interlock = plan.spec().interlock().map(plan::point);
    List<Point> points =
        interlock.map(lock -> List.of(write.point, lock)).orElse(List.of(write.point));
    List<Wire.Answer> answers = link.read(points);
    return new Present(
        value(answers.getFirst(), write.point),
        interlock.isEmpty()
            ? Optional.empty()
            : Optional.of(value(answers.getLast(), interlock.get()) != 0));
  }

  private static double value(Wire.Answer answer, Point point) throws WireException {
    return switch (answer) {
      case Wire.Answer.Value(double raw) -> raw;
      case Wire.Answer.Refused(String why) ->
          throw WireException.refused(point.tag() + " cannot be read: " + why);
    };
  }

  private double raw(Write write) {
    return Scaling.toRaw(write.point, write.value, link.whole(write.point));
  }

  private void dispatch(Write write, Journal.Act act) throws WireException, IOException {
    String before = "before " + Scaling.toTag(write.point, write.rawBefore);
    journal.put(act, write.number, write.tag(), write.value, before);
    recorded.touch(write.tag());
    guard.sent(write.tag(), clock.nanos());
    try {
      link.write(write.point, raw(write));
    } catch (WireException e) {
      if (!e.answered()) {
        write.unanswered = true;
        journal.put(Journal.Act.UNANSWERED, write.number, write.tag(), write.value, e.told());
      }
      throw e;
    }
    done(write, Journal.Act.DONE);
  }

  private boolean readBack(Write write) throws WireException, IOException {
    boolean whole = link.whole(write.point);
    Present present = present(write);
    if (Scaling.same(present.raw(), raw(write), whole)) {
      done(write, Journal.Act.FOUND);
      return true;
    }
    if (!Scaling.same(present.raw(), write.rawBefore, whole)) {
      giveUp(write, "somebody else has written " + Scaling.toTag(write.point, present.raw()));
      return true;
    }
    if (plan.spec().interlock().isPresent() && !present.interlock().orElse(false)
        || !lease.held(clock.nanos())) {
      giveUp(write, "it did not arrive, and must not be repeated: interlock or bench has gone");
      return true;
    }
    write.unanswered = false;
    dispatch(write, Journal.Act.REPEATING);
    return true;
  }

  private void done(Write write, Journal.Act act) {
    note(act, write, "");
    teller.value(write.tag(), Scaling.toTag(write.point, raw(write)));
    teller.settled(write.number);
    teller.event(BridgeEvent.Kind.WRITTEN, write.tag() + " = " + write.value);
  }

  private void refuse(Write write, String why) {
    note(Journal.Act.REFUSED, write, why);
    teller.settled(write.number);
    teller.event(BridgeEvent.Kind.REFUSED, write.tag() + " = " + write.value + ": " + why);
  }

  private void giveUp(Write write, String why) {
    note(Journal.Act.GIVEN_UP, write, why);
    teller.settled(write.number);
    teller.event(BridgeEvent.Kind.UNKNOWN, write.tag() + " = " + write.value + ": " + why);
  }

  /** What has happened already is told even if the disk is full. */
  private void note(Journal.Act act, Write write, String text) {
    try {
      journal.put(act, write.number, write.tag(), write.value, text);
    } catch (IOException e) {
      teller.event(BridgeEvent.Kind.UNKNOWN, "the log of writes fails: " + e.getMessage());
    }
  }
}
