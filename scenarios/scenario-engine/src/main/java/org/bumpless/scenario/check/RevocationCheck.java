package org.bumpless.scenario.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.history.Wish;
import org.bumpless.scenario.timing.LatencyJudge;
import org.bumpless.scenario.verdict.Verdict;

/**
 * Judges how long after a revocation a controller still accepted an operation; silence is no
 * denial, and neither is a refusal: the effect decides.
 */
public final class RevocationCheck {
  private RevocationCheck() {}

  /**
   * The time to revoke.
   *
   * @param lowNanos from the revoking call to the last write that took hold; 0 if none did
   * @param highNanos from the revoking call to the outcome of the first write, sent later, that did
   *     not take hold; {@link Long#MAX_VALUE} if there is none
   */
  public record Finding(long lowNanos, long highNanos, Verdict verdict) {}

  /**
   * Looks at the probes that were sent to a controller since a moment before the revoking call.
   *
   * <p>PASS: access worked up to the call, the first write that was stopped had its outcome inside
   * the budget, and a write sent after the budget did not take hold. FAIL: a write took hold after
   * the budget.
   */
  public static Finding afterRevocation(
      History history, AssetId server, long fromNanos, long revokedNanos, long budgetNanos) {
    List<Entry.Act> probes =
        history.since(Entry.Act.class, fromNanos).stream()
            .filter(a -> a.wish() == Wish.PROBE && a.operation() instanceof Operation.Write)
            .filter(a -> a.server().equals(server))
            .sorted(Comparator.comparingLong(Entry.Act::sentNanos))
            .toList();
    List<Effect> effects =
        history.since(Entry.Changed.class, fromNanos).stream().map(Entry.Changed::effect).toList();
    long lastAccepted = lastAccepted(probes, effects).orElse(revokedNanos);
    long low = Math.max(0, lastAccepted - revokedNanos);
    Optional<Entry.Act> stopped =
        probes.stream()
            .filter(p -> p.sentNanos() > Math.max(lastAccepted, revokedNanos))
            .findFirst();
    long high = stopped.map(p -> p.doneNanos() - revokedNanos).orElse(Long.MAX_VALUE);
    if (low > budgetNanos) {
      return new Finding(low, high, new Verdict.Fail(breach(low, budgetNanos)));
    }
    return new Finding(
        low,
        high,
        doubt(probes, effects, revokedNanos, budgetNanos, high)
            .<Verdict>map(Verdict.Inconclusive::new)
            .orElseGet(Verdict.Pass::new));
  }

  /** Whether a write to a tag took hold at or after a moment. */
  public static boolean acceptedSince(History history, TagId tag, long nanos) {
    return history.since(Entry.Changed.class, nanos).stream()
        .anyMatch(c -> c.effect().tag().equals(tag));
  }

  private static Optional<String> doubt(
      List<Entry.Act> probes, List<Effect> effects, long revoked, long budget, long high) {
    Optional<Entry.Act> lastBefore =
        probes.stream().filter(p -> p.sentNanos() < revoked).reduce((first, last) -> last);
    if (lastBefore.filter(p -> effects.stream().anyMatch(e -> wrote(p, e))).isEmpty()) {
      return Optional.of(
          "the last probe before the revocation did not take hold: there was nothing to revoke");
    }
    if (high == Long.MAX_VALUE) {
      return Optional.of("no probe was sent after the last accepted one");
    }
    if (high > budget) {
      return Optional.of(
          "the first stopped probe ended %s after the revocation, beyond the budget %s: when it was stopped is not known"
              .formatted(LatencyJudge.millis(high), LatencyJudge.millis(budget)));
    }
    return probes.stream().anyMatch(p -> p.sentNanos() > revoked + budget)
        ? Optional.empty()
        : Optional.of("no probe was sent after the budget " + LatencyJudge.millis(budget));
  }

  private static OptionalLong lastAccepted(List<Entry.Act> probes, List<Effect> effects) {
    return effects.stream()
        .filter(e -> probes.stream().anyMatch(p -> wrote(p, e)))
        .mapToLong(Effect::nanos)
        .max();
  }

  private static boolean wrote(Entry.Act probe, Effect effect) {
    return probe.operation() instanceof Operation.Write(var tag, var value, var manner)
        && tag.equals(effect.tag())
        && value.equals(effect.after())
        && probe.sentNanos() <= effect.nanos();
  }

  private static String breach(long low, long budget) {
    return "a write still took hold %s after the revocation; the budget is %s"
        .formatted(LatencyJudge.millis(low), LatencyJudge.millis(budget));
  }
}
