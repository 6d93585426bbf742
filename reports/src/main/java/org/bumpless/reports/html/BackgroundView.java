package org.bumpless.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bumpless.reports.html.SummaryView.Fact;
import org.bumpless.reports.words.Figures;
import org.bumpless.scenario.result.HostFacts;
import org.bumpless.scenario.result.RunManifest;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.ScanFacts;
import org.bumpless.scenario.timing.LatencyFinding;

/** How to do it again, and on what it was done. */
record BackgroundView(String replay, List<Fact> reproduce, List<Fact> host) {

  static BackgroundView of(RunResult result) {
    return new BackgroundView(result.replay(), reproduce(result), host(result));
  }

  private static List<Fact> reproduce(RunResult result) {
    RunManifest manifest = result.manifest();
    return List.of(
        new Fact("Run", manifest.runId()),
        new Fact("Seed", Long.toString(manifest.seed())),
        new Fact("Bumpless", manifest.version() + ", commit " + manifest.commit()),
        new Fact("Product file", manifest.origin().sutFile().absolute().toString()),
        new Fact("Plant file", manifest.origin().plantFile().absolute().toString()),
        new Fact("Profile file", manifest.origin().profileFile().absolute().toString()));
  }

  private static List<Fact> host(RunResult result) {
    HostFacts host = result.manifest().host();
    ScanFacts scans = result.scans();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("System", host.os() + ", " + host.java()));
    facts.add(
        new Fact(
            "Processor",
            Figures.many(host.cores(), "core", "cores")
                + (host.processor().isEmpty() ? "" : " of " + host.processor())
                + ", "
                + Figures.count(host.memoryMiB())
                + " MiB for the bench"));
    host.load()
        .ifPresent(
            load ->
                facts.add(
                    new Fact(
                        "Load before the run",
                        String.format(Locale.ROOT, "%.1f runnable tasks", load))));
    facts.add(
        new Fact(
            "Bench",
            "%s clock, %s fabric, timing threads under %s"
                .formatted(host.clock(), host.fabric(), host.scheduling())));
    facts.add(
        new Fact(
            "Controllers' scans",
            "%s, %s began more than a period late, the worst by %s"
                .formatted(
                    Figures.count(scans.scans()),
                    Figures.count(scans.overruns()),
                    Figures.time(scans.worstLatenessNanos()))));
    result.latencies().forEach(l -> noise(l).ifPresent(facts::add));
    return facts;
  }

  /** What two looks past the product differ by is noise of the host and the bench. */
  private static java.util.Optional<Fact> noise(LatencyFinding finding) {
    return finding.figures().stream()
        .map(f -> f.name() + " " + Figures.interval(f.noise()))
        .reduce((a, b) -> a + ", " + b)
        .map(
            text ->
                new Fact(
                    "Noise, " + finding.flow(), "direct' against direct, 95 % interval: " + text));
  }
}
