package org.bumpless.reports.words;

import java.util.List;
import java.util.Optional;
import org.bumpless.scenario.result.Aspect;
import org.bumpless.scenario.result.RequirementResult;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;

/** What the verdict of a run means, in one sentence. */
public final class Headline {
  private Headline() {}

  public static String of(RunResult result) {
    List<Aspect> aspects = Aspect.of(result);
    if (aspects.stream().allMatch(a -> a.judged() == 0)) {
      return "This run settles nothing: no scenario was judged.";
    }
    return switch (result.verdict()) {
      case Verdict.Pass() -> {
        String good =
            said(aspects.stream().filter(a -> a.judged() > 0).map(Headline::good).toList());
        yield untried(result)
                .map(missing -> "Nothing in this run speaks against the product: " + good + missing)
                .orElse("The product can be switched into this plant: " + good + ".")
            + leftToOthers(result);
      }
      case Verdict.Fail(var seen) -> {
        List<String> bad = aspects.stream().filter(a -> a.failed() > 0).map(Headline::bad).toList();
        yield "Do not switch this product into the plant as it is: "
            + (bad.isEmpty() ? seen.getFirst() : said(bad))
            + ".";
      }
      case Verdict.Inconclusive(var why) -> {
        List<String> open = aspects.stream().filter(a -> a.open() > 0).map(Headline::open).toList();
        yield "This run does not settle it: nothing failed, but "
            + (open.isEmpty() ? why.getFirst() : said(open))
            + ".";
      }
    };
  }

  /** What the profile asks for and a run did not try, so that its pass says less. */
  private static Optional<String> untried(RunResult result) {
    long untried =
        result.requirements().stream()
            .filter(r -> result.profile().needs().contains(r.requirement().level()))
            .filter(r -> r.standing() instanceof Standing.Untested)
            .count();
    return untried == 0
        ? Optional.empty()
        : Optional.of(
            ". But it did not try %s of profile %s: that the product can be switched into this plant is not shown."
                .formatted(
                    Figures.many(untried, "requirement", "requirements"), result.profile().id()));
  }

  /** What a pass does not cover, for the product never claimed it. */
  private static String leftToOthers(RunResult result) {
    List<RequirementResult> all = result.requirements();
    long left = all.stream().filter(r -> r.standing() instanceof Standing.NotApplicable).count();
    return left == 0
        ? ""
        : " It does not claim to do what %d of the %d requirements ask: something else has to meet them."
            .formatted(left, all.size());
  }

  private static String good(Aspect aspect) {
    return switch (aspect.kind()) {
      case ENFORCEMENT -> "every attack was stopped (%s)".formatted(Figures.count(aspect.judged()));
      case HARMLESSNESS ->
          "all legitimate work went through (%s)".formatted(Figures.count(aspect.judged()));
      case DETERMINISM ->
          "every time that was measured is inside its budget (%s)"
              .formatted(Figures.count(aspect.judged()));
    };
  }

  private static String bad(Aspect aspect) {
    String share =
        "%s of %s".formatted(Figures.count(aspect.failed()), Figures.count(aspect.judged()));
    return switch (aspect.kind()) {
      case ENFORCEMENT -> share + " attacks got through or disturbed the plant";
      case HARMLESSNESS ->
          share
              + (aspect.failed() == 1
                  ? " pieces of legitimate work was hindered"
                  : " pieces of legitimate work were hindered");
      case DETERMINISM ->
          share
              + (aspect.failed() == 1
                  ? " timing checks is beyond its budget"
                  : " timing checks are beyond their budgets");
    };
  }

  private static String open(Aspect aspect) {
    String share =
        "%s of %s".formatted(Figures.count(aspect.open()), Figures.count(aspect.judged()));
    return switch (aspect.kind()) {
      case ENFORCEMENT -> share + " attacks could not be judged";
      case HARMLESSNESS -> share + " pieces of legitimate work could not be judged";
      case DETERMINISM -> share + " timing checks could not be judged";
    };
  }

  private static String said(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
  }
}
