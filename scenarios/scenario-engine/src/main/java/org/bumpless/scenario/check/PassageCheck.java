package org.bumpless.scenario.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bumpless.scenario.bench.Network.Aside;
import org.bumpless.scenario.bench.Network.Forgery;
import org.bumpless.scenario.bench.Network.Pushed;
import org.bumpless.scenario.bench.Network.Smuggled;
import org.bumpless.scenario.verdict.Verdict;

/**
 * Judges what the product lets through. That nothing came out of it shows nothing of what did not
 * even come to it.
 */
public final class PassageCheck {
  private static final int NAMED_MAX = 3;

  private PassageCheck() {}

  /**
   * That no packet has passed under an address of a zone that it did not come from (RFC 3704,
   * section 2). Each host that forged must have been heard at the product.
   */
  public static Verdict noForgery(List<Forgery> forgeries) {
    return stopped(
        forgeries,
        Forgery::reached,
        Forgery::passed,
        f -> f.liar().value(),
        f ->
            "%s passed the product as %s to %s (%s)"
                .formatted(f.liar(), f.claimed(), f.server(), f.door()),
        "what %s forged has not come to the product");
  }

  /**
   * That no answer has passed to a question which has not: a product that keeps the state of
   * connections knows none of them (NIST SP 800-41 rev. 1, section 2.1.2). Each controller that was
   * asked must have answered towards the product.
   */
  public static Verdict noneUnasked(List<Aside> asides) {
    return stopped(
        asides,
        Aside::reached,
        Aside::passed,
        a -> a.server().value(),
        a ->
            "an answer of %s (%s) passed the product, which no question had passed"
                .formatted(a.server(), a.door()),
        "an answer of %s has not come to the product");
  }

  /**
   * That data diodes pass nothing backwards, neither of its own nor in answer to what they let
   * through. Each kind of it must have been tried at each diode.
   */
  public static Verdict oneWay(List<Pushed> pushed) {
    return stopped(
        pushed,
        Pushed::tried,
        Pushed::back,
        p -> "%s at %s".formatted(p.what(), p.diode()),
        p ->
            "something came back through the data diode %s: from %s to %s (%s)"
                .formatted(p.diode(), p.from(), p.to(), p.what()),
        "%s could not be tried");
  }

  /** That nothing foreign was heard behind the product. */
  public static Verdict nothingSmuggled(Smuggled smuggled, String what) {
    if (smuggled.came()) {
      return new Verdict.Fail(what + " was heard behind the product, byte by byte");
    }
    if (!smuggled.said()) {
      return new Verdict.Inconclusive(
          "no connection came about on which it could be said: nothing is shown");
    }
    return smuggled.control()
        ? new Verdict.Pass()
        : new Verdict.Inconclusive(
            "nothing at all was heard behind the product meanwhile: nothing is shown");
  }

  private static <T> Verdict stopped(
      List<T> trials,
      Predicate<T> reached,
      Predicate<T> passed,
      Function<T, String> source,
      Function<T, String> leak,
      String unheardOf) {
    List<T> leaks = trials.stream().filter(passed).toList();
    if (!leaks.isEmpty()) {
      return new Verdict.Fail(
          sources(leaks, source).stream()
              .map(
                  name -> {
                    List<T> its = leaks.stream().filter(t -> source.apply(t).equals(name)).toList();
                    return leak.apply(its.getFirst())
                        + (its.size() == 1 ? "" : ", and %d more".formatted(its.size() - 1));
                  })
              .toList());
    }
    if (trials.isEmpty()) {
      return new Verdict.Inconclusive("nothing could be tried: there is nothing to judge");
    }
    Set<String> unheard = sources(trials, source);
    unheard.removeAll(sources(trials.stream().filter(reached).toList(), source));
    return unheard.isEmpty()
        ? new Verdict.Pass()
        : new Verdict.Inconclusive(
            unheardOf.formatted(Some.of(unheard, NAMED_MAX)) + ": the trial shows nothing");
  }

  private static <T> Set<String> sources(List<T> trials, Function<T, String> source) {
    return trials.stream().map(source).collect(Collectors.toCollection(TreeSet::new));
  }
}
