package org.bumpless.reports.html;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bumpless.reports.words.Figures;
import org.bumpless.scenario.timing.Fairness;
import org.bumpless.scenario.timing.HostNoise;
import org.bumpless.scenario.timing.Misses;
import org.bumpless.scenario.timing.Observations;

/** Sentences about what a measurement shows besides what it is judged by. */
final class ObservedWords {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final double PERCENT = 100;

  private ObservedWords() {}

  static List<String> of(Observations observed) {
    List<String> sentences = new ArrayList<>();
    for (Observations.Quantile seen : observed.quantiles()) {
      sentences.add(
          "%s: %s past the product, %s through it; it adds %s (%s)."
              .formatted(
                  seen.name(),
                  Figures.time(seen.direct().value()),
                  Figures.time(seen.product().value()),
                  Figures.time(seen.added().value()),
                  Figures.interval(seen.added())));
    }
    Observations.Jitter jitter = observed.jitter();
    sentences.add(
        "Jitter (p99.9 less the quickest): %s past the product, %s through it (%s)."
            .formatted(
                Figures.time(jitter.direct().value()),
                Figures.time(jitter.product().value()),
                Figures.interval(jitter.product())));
    sentences.add(
        "Later than the deadline of %s: %s; past the product %s."
            .formatted(
                Figures.time(observed.misses().deadline().toNanos()),
                misses(observed.misses()),
                misses(observed.missesDirect())));
    fairness(observed.fairness()).ifPresent(sentences::add);
    host(observed.host()).ifPresent(sentences::add);
    return sentences;
  }

  private static String misses(Misses misses) {
    String count =
        misses.missed() == 0
            ? "none of %s".formatted(Figures.many(misses.requests(), "request", "requests"))
            : "%s of %s (%.3f %%)"
                .formatted(
                    Figures.count(misses.missed()),
                    Figures.many(misses.requests(), "request", "requests"),
                    PERCENT * misses.ratio());
    return misses
        .longest()
        .map(
            run ->
                "%s, the longest run %s from %s, for %s"
                    .formatted(
                        count,
                        Figures.many(run.requests(), "request", "requests"),
                        CLOCK.format(run.from()),
                        Figures.time(run.length().toNanos())))
        .orElse(count);
  }

  private static Optional<String> fairness(Fairness fairness) {
    return fairness.flows() < 2
        ? Optional.empty()
        : Optional.of(
            "Between the %d connections: Jain's index of the answers in time %.3f (1: all alike); the slowest has %s at p50, the median one %s."
                .formatted(
                    fairness.flows(),
                    fairness.index(),
                    Figures.time(fairness.slowestNanos()),
                    Figures.time(fairness.typicalNanos())));
  }

  private static Optional<String> host(HostNoise host) {
    List<String> parts = new ArrayList<>();
    host.wakeUps()
        .ifPresent(
            late ->
                parts.add(
                    "an idle thread woke up late by %s at p50, %s at p99.9, %s at most"
                        .formatted(
                            Figures.time(late.p50Nanos()),
                            Figures.time(late.p999Nanos()),
                            Figures.time(late.worstNanos()))));
    share(host.idle(), "of the processors to spare").ifPresent(parts::add);
    share(host.stolen(), "stolen by other guests").ifPresent(parts::add);
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("The host meanwhile: " + String.join("; ", parts) + ".");
  }

  private static Optional<String> share(OptionalDouble share, String what) {
    return share.stream()
        .mapToObj(part -> "%.0f %% %s".formatted(PERCENT * part, what))
        .findFirst();
  }
}
