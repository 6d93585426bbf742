package org.bumpless.reports.html;

import java.util.List;
import java.util.stream.Stream;
import org.bumpless.reports.words.Figures;
import org.bumpless.scenario.process.Suffered;
import org.bumpless.scenario.process.Suffered.Amount;

/** What a process suffered, in sentences; none of what did not happen. */
final class SufferedWords {
  private SufferedWords() {}

  static List<String> of(Suffered suffered) {
    return Stream.of(
            suffered.trips().stream().map(SufferedWords::tripped),
            suffered.lost().stream().map(a -> "%s: %s lost".formatted(a.signal(), figure(a))),
            suffered.outside().stream()
                .map(a -> "%s outside its normal band for %s".formatted(a.signal(), figure(a))),
            suffered.nearest().stream().map(SufferedWords::near))
        .flatMap(words -> words)
        .toList();
  }

  private static String tripped(Amount trips) {
    return trips.value() == 1
        ? trips.signal() + " tripped the process once"
        : "%s tripped the process %d times".formatted(trips.signal(), Math.round(trips.value()));
  }

  private static String near(Amount margin) {
    return margin.value() < 0
        ? "%s went beyond its trip limit by %s"
            .formatted(margin.signal(), Figures.amount(-margin.value(), margin.unit()).strip())
        : "nearest to a trip: %s, %s short of it".formatted(margin.signal(), figure(margin));
  }

  private static String figure(Amount amount) {
    return Figures.amount(amount.value(), amount.unit()).strip();
  }
}
