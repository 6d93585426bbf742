package org.bumpless.scenario.check;

import java.util.Locale;
import java.util.stream.Collectors;
import org.bumpless.plant.model.SafetyEvent;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.history.Entry;

/** Sentences about acts, for evidence. */
public final class Wording {
  private Wording() {}

  /** Who did what to whom. */
  public static String act(Entry.Act act) {
    return act.actor()
        + " at "
        + act.host()
        + ": "
        + operation(act.operation())
        + " on "
        + act.server()
        + " over "
        + act.protocol();
  }

  /** What came back. */
  public static String outcome(Entry.Act act) {
    return outcome(act.outcome());
  }

  /** What came back. */
  public static String outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered(var values, var detail) ->
          values.isEmpty() ? "answered " + detail : "answered with " + values.size() + " values";
      case Outcome.Refused(var reason) -> "refused, " + reason;
      case Outcome.NoReply(var cause) -> "no reply, " + cause;
    };
  }

  /** What a logic solver did. */
  public static String safety(SafetyEvent event) {
    return "%s %s, %s: %s"
        .formatted(
            event.solver(),
            event.subject(),
            event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            event.text());
  }

  /** Who may do what to whom. */
  public static String decision(Entry.Decided decided) {
    return "decision on %s, %s %s over %s: %s"
        .formatted(
            decided.subject(),
            decided.action().name().toLowerCase(Locale.ROOT),
            decided.asset(),
            decided.protocol(),
            decided.answer());
  }

  /** Nanoseconds as people read them, in whole milliseconds. */
  static String millis(long nanos) {
    return nanos / 1_000_000 + " ms";
  }

  private static String operation(Operation operation) {
    return switch (operation) {
      case Operation.Read(var tags) ->
          "read " + tags.stream().map(t -> t.name()).collect(Collectors.joining(", "));
      case Operation.Write(var tag, var value, var manner) ->
          "write "
              + tag.name()
              + " = "
              + value
              + (manner.equals(Operation.Write.PLAIN) ? "" : " by " + manner);
      case Operation.Download(var values) ->
          "download "
              + values.entrySet().stream()
                  .map(e -> e.getKey().name() + " = " + e.getValue())
                  .sorted()
                  .collect(Collectors.joining(", "));
      case Operation.DownloadProgram(var _, var program) -> "download program " + program.name();
      case Operation.ChangeMode(var _, var run) -> run ? "start" : "stop";
      case Operation.Browse() -> "browse";
      case Operation.Sweep() -> "sweep of all addresses";
    };
  }
}
