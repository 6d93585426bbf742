package org.bumpless.pep.reference.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bumpless.pep.reference.audit.AuditEvent.Kind;
import org.bumpless.pep.reference.decision.Assessment;
import org.bumpless.pep.reference.decision.Grant;
import org.bumpless.pep.reference.decision.Judgement;
import org.bumpless.pep.reference.decision.Party;
import org.bumpless.pep.reference.decision.Reevaluation;

/**
 * Has open sessions judged anew: one question for all sessions of a party, at the latest after each
 * interval, and sooner where a permit ends sooner. The parties' turns are spread over the interval
 * by when they began.
 */
final class Continuation {
  private static final Duration PAUSE_MIN = Duration.ofMillis(50);

  private record Key(String spiffeId, String listener) {
    static Key of(Party party) {
      return new Key(party.spiffeId(), party.door().name());
    }
  }

  private final Assessment assessment;
  private final Reevaluation reevaluation;
  private final Duration interval;
  private final ScheduledExecutorService workers;
  private final Journal journal;
  private final ConcurrentMap<Key, Watch> watches = new ConcurrentHashMap<>();

  /**
   * @param workers drops what comes after its shutdown
   */
  Continuation(
      Assessment assessment,
      Reevaluation reevaluation,
      Duration interval,
      ScheduledExecutorService workers,
      Journal journal) {
    this.assessment = assessment;
    this.reevaluation = reevaluation;
    this.interval = interval;
    this.workers = workers;
    this.journal = journal;
  }

  /** Watches over a session from now on. */
  void join(Connection connection, Party party) {
    watches.compute(
        Key.of(party),
        (key, watch) -> {
          if (watch != null) {
            watch.members.add(connection);
            return watch;
          }
          Watch made = new Watch(party);
          made.members.add(connection);
          made.schedule(made.pause(journal.clock().instant()));
          return made;
        });
  }

  /** Lets go of a session. */
  void leave(Connection connection, Party party) {
    watches.computeIfPresent(
        Key.of(party),
        (key, watch) -> {
          watch.members.remove(connection);
          return watch.members.isEmpty() ? null : watch;
        });
  }

  /** All sessions of one party. */
  private final class Watch {
    private final Party party;
    private final List<Connection> members = new CopyOnWriteArrayList<>();
    private boolean lost;

    Watch(Party party) {
      this.party = party;
    }

    /**
     * A turn that fails for whatever cause counts as no decision; the next one comes all the same.
     */
    private void turn() {
      if (members.isEmpty()) {
        return;
      }
      try {
        apply(assessment.judge(party));
      } catch (RuntimeException e) {
        apply(new Judgement.Undecided("re-evaluation failed: " + e));
      } finally {
        if (!members.isEmpty()) {
          schedule(pause(journal.clock().instant()));
        }
      }
    }

    private void apply(Judgement fresh) {
      Instant now = journal.clock().instant();
      boolean undecided = fresh instanceof Judgement.Undecided;
      for (Connection member : members) {
        if (undecided != lost) {
          journal.note(
              member, undecided ? Kind.DECISION_LOST : Kind.DECISION_BACK, describe(fresh));
        }
        member.grant().ifPresent(last -> stand(member, last, fresh, now));
      }
      lost = undecided;
    }

    private void stand(Connection member, Grant last, Judgement fresh, Instant now) {
      Optional<Grant> next = reevaluation.after(last, fresh, now);
      if (next.isEmpty()) {
        member.end("revoked: " + describe(fresh));
        return;
      }
      member.stand(next.get());
      if (next.get().scope() != last.scope()) {
        journal.note(member, Kind.SCOPE_CHANGED, last.scope() + " to " + next.get().scope());
      }
    }

    /** Half of what is left of the shortest permit, so that it is renewed before it ends. */
    private Duration pause(Instant now) {
      Duration left =
          members.stream()
              .map(Connection::grant)
              .flatMap(Optional::stream)
              .map(grant -> Duration.between(now, grant.until()).dividedBy(2))
              .min(Duration::compareTo)
              .orElse(interval);
      if (left.compareTo(interval) > 0) {
        return interval;
      }
      return left.compareTo(PAUSE_MIN) < 0 ? PAUSE_MIN : left;
    }

    private void schedule(Duration pause) {
      var _ = workers.schedule(this::turn, pause.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private static String describe(Judgement judgement) {
    return switch (judgement) {
      case Judgement.Granted granted -> granted.scope() + " until " + granted.until();
      case Judgement.Refused refused -> refused.reason();
      case Judgement.Undecided none -> none.cause();
    };
  }
}
