package org.bumpless.reports.pool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.bumpless.reports.json.JsonText;
import org.bumpless.reports.json.PastReport;
import org.bumpless.reports.words.Figures;
import org.bumpless.scenario.timing.Interval;
import org.bumpless.scenario.timing.Samples;

/**
 * Several runs of the same, told together.
 *
 * @param verdicts of the runs, in their order
 * @param standings of each scenario, run by run, by its name
 */
public record PooledRuns(
    List<String> verdicts, Map<String, List<String>> standings, List<PooledFigure> figures) {
  private static final String VERSION = "1.0";

  public PooledRuns {
    verdicts = List.copyOf(verdicts);
    standings = Collections.unmodifiableMap(new LinkedHashMap<>(standings));
    figures = List.copyOf(figures);
  }

  /**
   * Reads what runs have left.
   *
   * @param folders of the runs
   * @throws IOException if one of them cannot be read; the message names it
   */
  public static PooledRuns read(List<Path> folders) throws IOException {
    List<String> verdicts = new ArrayList<>();
    Map<String, List<String>> standings = new LinkedHashMap<>();
    Map<String, List<Interval>> intervals = new LinkedHashMap<>();
    Map<String, Long> budgets = new LinkedHashMap<>();
    for (Path folder : folders) {
      JsonNode report = PastReport.read(folder);
      verdicts.add(report.path("verdict").asText());
      for (JsonNode scenario : report.path("scenarios")) {
        standings
            .computeIfAbsent(scenario.path("name").asText(), name -> new ArrayList<>())
            .add(scenario.path("standing").asText());
      }
      for (JsonNode latency : report.path("measurements")) {
        for (JsonNode quantile : latency.path("quantiles")) {
          String name =
              "added latency %s, %s"
                  .formatted(quantile.path("name").asText(), latency.path("flow").asText());
          budgets.put(name, quantile.path("budgetNanos").asLong());
          intervals
              .computeIfAbsent(name, n -> new ArrayList<>())
              .add(interval(quantile.path("added")));
        }
      }
    }
    return new PooledRuns(
        verdicts,
        standings,
        intervals.entrySet().stream()
            .map(
                e ->
                    new PooledFigure(
                        e.getKey(), e.getValue(), budgets.getOrDefault(e.getKey(), 0L)))
            .toList());
  }

  private static Interval interval(JsonNode node) {
    return new Interval(
        nanos(node.path("lowNanos"), -Samples.LOST),
        nanos(node.path("valueNanos"), Samples.LOST),
        nanos(node.path("highNanos"), Samples.LOST),
        node.path("claimed").asBoolean());
  }

  private static long nanos(JsonNode node, long unbounded) {
    return node.isIntegralNumber() ? node.asLong() : unbounded;
  }

  /** Writes {@code pooled.json}. */
  public void write(Path file) throws IOException {
    JsonNodeFactory make = JsonNodeFactory.instance;
    ObjectNode root = make.objectNode().put("schemaVersion", VERSION);
    ArrayNode runs = root.putArray("verdicts");
    verdicts.forEach(runs::add);
    ObjectNode scenarios = root.putObject("scenarios");
    standings.forEach(
        (name, words) -> {
          ArrayNode each = scenarios.putArray(name);
          words.forEach(each::add);
        });
    ArrayNode all = root.putArray("figures");
    for (PooledFigure figure : figures) {
      Interval pooled = figure.pooled();
      ObjectNode node =
          all.addObject().put("name", figure.name()).put("runs", figure.runs().size());
      node.set("lowNanos", bounded(pooled.low()));
      node.set("valueNanos", bounded(pooled.value()));
      node.set("highNanos", bounded(pooled.high()));
      node.put("budgetNanos", figure.budgetNanos()).put("ownInterval", pooled.claimed());
    }
    Files.write(file, JsonText.bytes(root));
  }

  private static JsonNode bounded(long nanos) {
    return Math.abs(nanos) == Samples.LOST
        ? JsonNodeFactory.instance.nullNode()
        : JsonNodeFactory.instance.numberNode(nanos);
  }

  /** For people, line by line. */
  public List<String> told() {
    List<String> lines = new ArrayList<>();
    for (PooledFigure figure : figures) {
      Interval pooled = figure.pooled();
      lines.add(
          "%s: %s (%s), budget %s; %s"
              .formatted(
                  figure.name(),
                  Figures.time(pooled.value()),
                  Figures.interval(pooled),
                  Figures.time(figure.budgetNanos()),
                  pooled.claimed()
                      ? "95 % interval over " + figure.runs().size() + " runs"
                      : "all that "
                          + Figures.many(figure.runs().size(), "run allows", "runs allow")
                          + "; six make an interval of their own"));
    }
    List<String> apart =
        standings.entrySet().stream()
            .filter(e -> new LinkedHashSet<>(e.getValue()).size() > 1)
            .map(e -> e.getKey() + ": " + counted(e.getValue()))
            .toList();
    lines.add(
        apart.isEmpty()
            ? "all scenarios stand alike in all runs"
            : "scenarios that do not stand alike in all runs:");
    apart.forEach(line -> lines.add("  " + line));
    lines.add("verdicts: " + counted(verdicts));
    return lines;
  }

  private static String counted(List<String> words) {
    return String.join(
        ", ",
        new LinkedHashSet<>(words)
            .stream().map(word -> Collections.frequency(words, word) + " " + word).toList());
  }
}
