package org.bumpless.scenario.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.history.Wish;
import org.bumpless.scenario.verdict.Verdict;

/**
 * Judges whether somebody learned what they must not: by what controllers served and by what came
 * back.
 */
public final class DisclosureCheck {
  private DisclosureCheck() {}

  /**
   * That an actor's unwanted operations since a moment brought nothing, and that no controller
   * served them.
   */
  public static Verdict learnedNothing(History history, Plant plant, long fromNanos, String actor) {
    List<Entry.Act> acts =
        history.since(Entry.Act.class, fromNanos).stream()
            .filter(a -> a.actor().equals(actor) && a.wish() == Wish.UNWANTED)
            .toList();
    if (acts.isEmpty()) {
      return new Verdict.Inconclusive(actor + " did not try anything: there is nothing to judge");
    }
    List<String> evidence = new ArrayList<>();
    for (Entry.Act act : acts) {
      if (act.outcome() instanceof Outcome.Answered) {
        evidence.add(Wording.act(act) + ": " + Wording.outcome(act));
      }
    }
    for (Served served : strange(history, plant, fromNanos)) {
      evidence.add(
          served.controller()
              + " served "
              + served.request()
              + " to "
              + served.peer()
              + ", which no station and no wanted operation asks for");
    }
    return evidence.isEmpty() ? new Verdict.Pass() : new Verdict.Fail(evidence);
  }

  private static List<Served> strange(History history, Plant plant, long fromNanos) {
    List<Entry.Act> wanted =
        history.all(Entry.Act.class).stream().filter(a -> a.wish() != Wish.UNWANTED).toList();
    return history.since(Entry.Reached.class, fromNanos).stream()
        .map(Entry.Reached::request)
        .filter(r -> r.accepted() && !r.writes() && !r.tags().isEmpty())
        .filter(r -> !usual(r, plant) && wanted.stream().noneMatch(a -> covers(a, r)))
        .toList();
  }

  private static boolean usual(Served request, Plant plant) {
    return plant.flows().stream()
        .filter(f -> f.period().isPresent() && f.server().equals(request.controller()))
        .filter(f -> f.protocol().equals(request.protocol()))
        .map(Flow::tags)
        .anyMatch(tags -> Set.copyOf(tags).containsAll(request.tags()));
  }

  private static boolean covers(Entry.Act act, Served request) {
    if (!act.server().equals(request.controller())
        || act.sentNanos() > request.nanos()
        || act.doneNanos() < request.nanos()) {
      return false;
    }
    return switch (act.operation()) {
      case Operation.Read(var tags) -> Set.copyOf(tags).containsAll(request.tags());
      case Operation.Browse ignored -> true;
      case Operation.Sweep ignored -> true;
      case Operation.Write(var tag, var value, var manner) ->
          new HashSet<>(request.tags()).equals(Set.<TagId>of(tag));
      case Operation.DownloadProgram ignored -> request.tags().isEmpty();
      case Operation.ChangeMode ignored -> request.tags().isEmpty();
      case Operation.Download(var values) -> values.keySet().containsAll(request.tags());
    };
  }
}
