package org.bumpless.scenario.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bumpless.plant.operation.Operation;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.history.Wish;
import org.bumpless.scenario.timing.LatencyJudge;
import org.bumpless.scenario.verdict.Verdict;

/**
 * Judges how long after a revocation a controller still accepted an operation; silence is no
 * denial.
 */
public final class RevocationCheck {
  private RevocationCheck() {}

  /**
   * The time to revoke.
   *
   * @param lowNanos from the revoking call to the last write that took hold; 0 if none did
   * @param highNanos from the revoking call to the first write, sent later, that did not take hold
   */
  public record Finding(long lowNanos, long highNanos, Verdict verdict) {}

  /** Looks at the probes sent since the revoking call. */
  public static Finding afterRevocation(History history, long revokedNanos, long budgetNanos) {
    List<Entry.Act> probes =
        history.all(Entry.Act.class).stream()
            .filter(a -> a.wish() == Wish.PROBE && a.operation() instanceof Operation.Write)
            .sorted(Comparator.comparingLong(Entry.Act::sentNanos))
            .toList();
    boolean workedBefore =
        probes.stream()
            .anyMatch(p -> p.sentNanos() < revokedNanos && effect(history, p).isPresent());
    if (!workedBefore) {
      return new Finding(
          0,
          budgetNanos,
          new Verdict.Inconclusive(
              "no probe took hold before the revocation: there was nothing to revoke"));
    }
    long lastAccepted =
        probes.stream()
            .flatMap(p -> effect(history, p).stream())
            .mapToLong(Long::longValue)
            .max()
            .orElse(revokedNanos);
    Optional<Entry.Act> firstStopped =
        probes.stream()
            .filter(p -> p.sentNanos() > Math.max(lastAccepted, revokedNanos))
            .findFirst();
    long low = Math.max(0, lastAccepted - revokedNanos);
    if (firstStopped.isEmpty()) {
      return new Finding(
          low,
          Long.MAX_VALUE,
          low > budgetNanos
              ? new Verdict.Fail(
                  "writes still took hold "
                      + LatencyJudge.millis(low)
                      + " after the revocation; the budget is "
                      + LatencyJudge.millis(budgetNanos))
              : new Verdict.Inconclusive("no probe was sent after the last accepted one"));
    }
    long high = firstStopped.get().doneNanos() - revokedNanos;
    Verdict verdict =
        low > budgetNanos
            ? new Verdict.Fail(
                "a write still took hold "
                    + LatencyJudge.millis(low)
                    + " after the revocation; the budget is "
                    + LatencyJudge.millis(budgetNanos))
            : new Verdict.Pass();
    return new Finding(low, high, verdict);
  }

  private static Optional<Long> effect(History history, Entry.Act probe) {
    Operation.Write write = (Operation.Write) probe.operation();
    return history.since(Entry.Changed.class, probe.sentNanos()).stream()
        .filter(c -> c.effect().tag().equals(write.tag()))
        .filter(c -> c.effect().after().equals(write.value()))
        .map(Entry.Changed::nanos)
        .findFirst();
  }
}
