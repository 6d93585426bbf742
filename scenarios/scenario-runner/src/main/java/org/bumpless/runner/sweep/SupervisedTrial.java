package org.bumpless.runner.sweep;

import java.time.Duration;
import java.util.Optional;
import org.bumpless.plant.engine.random.SeededStream;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.LoopSpec;
import org.bumpless.plant.model.TagValue;

/**
 * Somebody at a distance saves a process that is driven off: he polls the controlled value, and
 * when it has gone a quarter of the way from the set-point to the end of the loop's band he shuts
 * down, or sets the set-point back where there is no shut-down. Both the value and his order are
 * late. Limits: the loop's end on the side to which it was driven, and no trip of a safety
 * function, which is the next layer and not his (IEC 61511-1).
 */
final class SupervisedTrial {
  private static final double ALARM_SHARE = 0.25;
  private static final double BEGIN_SHARE = 0.05;
  private static final String SHUT_DOWN = "ESD";

  private final Asset.Controller controller;
  private final LoopSpec loop;
  private final String signal;
  private final Duration period;
  private final Duration length;
  private final long seed;

  /**
   * @param signal behind the loop's value
   * @param period of his polls
   */
  SupervisedTrial(
      Asset.Controller controller,
      LoopSpec loop,
      String signal,
      Duration period,
      Duration length,
      long seed) {
    this.controller = controller;
    this.loop = loop;
    this.signal = signal;
    this.period = period;
    this.length = length;
    this.seed = seed;
  }

  /** Name of the tag by which he acts; empty if the controller has none. */
  static Optional<String> act(Asset.Controller controller, LoopSpec loop) {
    if (Rig.writable(controller, SHUT_DOWN)) {
      return Optional.of(SHUT_DOWN);
    }
    return Rig.writable(controller, loop.setPoint())
        ? Optional.of(loop.setPoint())
        : Optional.empty();
  }

  Outcome run(Rig rig, Push push, Passage passage) {
    Hand hand = new Hand(rig, push, passage);
    Outcome outcome = Outcome.WELL;
    int value = rig.model().index(signal);
    int held = rig.model().index(push.signal());
    double setPoint = initial(loop.setPoint());
    boolean pushed = false;
    while (rig.nanos() < length.toNanos() && outcome.kept()) {
      if (!pushed && rig.nanos() >= BEGIN_SHARE * length.toNanos()) {
        rig.process().hold(held, push.value());
        pushed = true;
      }
      rig.beat();
      hand.look(rig.model().measured(value), setPoint);
      if (pushed) {
        double truth = rig.model().truth(value);
        outcome =
            outcome
                .and(hand.use(truth, setPoint), loop.value() + " leaves its band")
                .and(rig.firstOut().isEmpty() ? 0 : 2, "a safety function trips");
      }
    }
    return outcome;
  }

  private double initial(String tag) {
    return controller.tags().stream()
        .filter(its -> its.id().name().equals(tag))
        .map(its -> its.initial())
        .mapToDouble(TagValue::number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(controller.id() + " has no tag " + tag));
  }

  /** What he sees and does. */
  private final class Hand {
    private final Rig rig;
    private final Push push;
    private final DelayLine view;
    private final DelayLine order;
    private final String act;
    private long nextPoll;
    private int side;
    private boolean acted;

    Hand(Rig rig, Push push, Passage passage) {
      this.rig = rig;
      this.push = push;
      this.view = new DelayLine(passage, period.toNanos(), new SeededStream(seed, "view"));
      this.order = new DelayLine(passage, period.toNanos(), new SeededStream(seed, "order"));
      this.act = act(controller, loop).orElseThrow();
    }

    void look(double measured, double setPoint) {
      long now = rig.nanos();
      if (now >= nextPoll) {
        view.send(now, measured);
        nextPoll += period.toNanos();
      }
      view.take(now)
          .ifPresent(
              seen -> {
                if (share(seen, setPoint, side(seen, setPoint)) >= ALARM_SHARE) {
                  order.send(now, 1);
                }
              });
      if (order.take(now).isPresent() && !acted) {
        acted = true;
        rig.write(controller.id(), act, act.equals(SHUT_DOWN) ? 1 : setPoint);
        if (!push.stuck()) {
          rig.process().release(rig.model().index(push.signal()));
        }
      }
    }

    /** After he has acted only the side counts on which it was: a shut-down goes to the other. */
    double use(double value, double setPoint) {
      if (!acted || side == 0) {
        side = side(value, setPoint);
      }
      return share(value, setPoint, side);
    }

    private static int side(double value, double setPoint) {
      return value >= setPoint ? 1 : -1;
    }

    private double share(double value, double setPoint, int on) {
      return on > 0
          ? (value - setPoint) / (loop.high() - setPoint)
          : (setPoint - value) / (setPoint - loop.low());
    }
  }
}
