package org.bumpless.scenario.history;

import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.FlowId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.SafetyEvent;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;

/** One fact of a run; times are nanoseconds of the bench clock. */
public sealed interface Entry {
  /** When it happened. */
  long nanos();

  /**
   * Somebody did something to a controller, or tried.
   *
   * @param sequence unique in the run
   * @param actor who, for example {@code anna} or {@code SCADA-1}
   * @param host where from
   * @param wish whether the plant wants it to succeed
   * @param sentNanos when it was sent
   * @param doneNanos when its outcome was known
   */
  record Act(
      long sequence,
      String actor,
      AssetId host,
      AssetId server,
      Protocol protocol,
      Operation operation,
      Wish wish,
      long sentNanos,
      long doneNanos,
      Outcome outcome)
      implements Entry {
    @Override
    public long nanos() {
      return sentNanos;
    }
  }

  /** A write took hold in a controller. */
  record Changed(Effect effect) implements Entry {
    @Override
    public long nanos() {
      return effect.nanos();
    }
  }

  /** A logic solver did or saw something. */
  record Safety(SafetyEvent event) implements Entry {
    @Override
    public long nanos() {
      return event.nanos();
    }
  }

  /** A request reached a controller. */
  record Reached(Served request) implements Entry {
    @Override
    public long nanos() {
      return request.nanos();
    }
  }

  /**
   * The decision point that the bench serves has answered.
   *
   * @param tookNanos from the question to the answer, at the decision point
   * @param answer in words
   */
  record Decided(
      long nanos,
      String subject,
      AccessRequest.Action action,
      AssetId asset,
      Protocol protocol,
      long tookNanos,
      String answer)
      implements Entry {}

  /**
   * A station did not get an answer in time.
   *
   * @param nanos when the poll was intended
   */
  record MissedPoll(long nanos, FlowId flow, AssetId client, AssetId server, String why)
      implements Entry {}

  /**
   * A mark in time: a scenario or step begins or ends, the product is killed, a ticket is
   * withdrawn.
   */
  record Mark(long nanos, Kind kind, String text) implements Entry {
    /** What the mark is about. */
    public enum Kind {
      SCENARIO_STARTED,
      SCENARIO_ENDED,
      STEP,
      FAULT,
      SIGNAL,
      PRODUCT
    }
  }
}
