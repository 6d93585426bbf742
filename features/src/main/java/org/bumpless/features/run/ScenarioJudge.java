package org.bumpless.features.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.features.ClaimFailed;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.World;
import org.bumpless.scenario.check.StationCheck;
import org.bumpless.scenario.verdict.RollUp;
import org.bumpless.scenario.verdict.Verdict;

/** Makes one verdict of a scenario's claims, its books and what its sentences threw. */
final class ScenarioJudge {
  private ScenarioJudge() {}

  /**
   * The verdict.
   *
   * @param error what a sentence threw, if one did
   * @param undefined a sentence that no glue understands, if there is one
   */
  static Verdict judge(World world, Optional<Throwable> error, Optional<String> undefined)
      throws InterruptedException {
    List<Verdict> verdicts = new ArrayList<>(world.verdicts());
    boolean claimedNothing = verdicts.isEmpty();
    undefined.ifPresent(
        text -> verdicts.add(new Verdict.Inconclusive("no glue understands \"" + text + "\"")));
    error.map(ScenarioJudge::of).filter(v -> !saidAlready(world, v)).ifPresent(verdicts::add);
    if (claimedNothing && error.isEmpty() && undefined.isEmpty()) {
      verdicts.add(new Verdict.Inconclusive("the scenario claims nothing"));
    }
    verdicts.addAll(afterwards(world));
    return RollUp.of(verdicts, "the scenario claims nothing");
  }

  /** What every scenario is judged by, whatever it claims; a checker that throws proves nothing. */
  private static List<Verdict> afterwards(World world) throws InterruptedException {
    List<Verdict> verdicts = new ArrayList<>();
    if (world.busy()) {
      verdicts.add(world.quiet());
    }
    try {
      verdicts.add(world.books());
      Optional<String> ended = world.bench().productEnded();
      if (ended.isPresent()) {
        verdicts.add(new Verdict.Inconclusive(ended.get()));
        verdicts.add(
            StationCheck.noticedNothing(world.bench().stations().since(world.startNanos())));
      }
    } catch (RuntimeException e) {
      verdicts.add(new Verdict.Inconclusive("the scenario could not be judged: " + e));
    }
    return verdicts;
  }

  /** A claim that ended the scenario is among its verdicts already. */
  private static boolean saidAlready(World world, Verdict verdict) {
    return world.verdicts().stream()
        .anyMatch(v -> v.word().equals(verdict.word()) && said(v).equals(said(verdict)));
  }

  private static String said(Verdict verdict) {
    return String.join("; ", verdict.reasons());
  }

  private static Verdict of(Throwable thrown) {
    return switch (thrown) {
      case ClaimFailed failed -> new Verdict.Fail(message(failed));
      case ClaimOpen open -> new Verdict.Inconclusive(message(open));
      default -> new Verdict.Inconclusive("the glue itself failed: " + thrown);
    };
  }

  private static String message(Throwable thrown) {
    return thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
  }
}
