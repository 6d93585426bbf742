package org.bumpless.reports.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.bumpless.scenario.requirement.Means;
import org.bumpless.scenario.result.Aspect;
import org.bumpless.scenario.result.RequirementResult;
import org.bumpless.scenario.result.RunManifest;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.ScanFacts;

/** {@code report.json}: a run for programs, in the form of {@code report.schema.json}. */
public final class ReportJson {
  /** Version of the form; the schema's {@code $id} ends with it. */
  public static final String VERSION = "1.4";

  private static final int TREND_POINTS = 400;

  private ReportJson() {}

  public static byte[] bytes(RunResult result) {
    return JsonText.bytes(node(result));
  }

  private static ObjectNode node(RunResult result) {
    RunManifest manifest = result.manifest();
    ObjectNode node =
        Nodes.object()
            .put("schemaVersion", VERSION)
            .put("runId", result.runId())
            .put("status", word(result.status()))
            .put("verdict", result.verdict().word());
    node.set("reasons", Nodes.texts(result.verdict().reasons()));
    node.set("aspects", Nodes.list(Aspect.of(result), ReportJson::aspect));
    node.put("started", manifest.started().toString())
        .put("ended", over(result) ? result.ended().toString() : null)
        .put("command", manifest.origin().command())
        .put("replay", manifest.origin().replay())
        .put("tags", manifest.tags())
        .put("seed", manifest.seed())
        .put("commit", manifest.commit())
        .put("version", manifest.version());
    node.set("sut", DescriptionJson.sut(manifest.sut()));
    node.set("plant", DescriptionJson.plant(manifest.plant()));
    node.set("profile", DescriptionJson.profile(manifest.profile()));
    node.set("host", DescriptionJson.host(manifest.host()));
    node.set("scans", scans(result.scans()));
    node.set("families", families(result));
    node.set("requirements", Nodes.list(result.requirements(), ReportJson::requirement));
    ScenarioJson scenarios = new ScenarioJson(result.startNanos());
    node.set("scenarios", Nodes.list(result.scenarios(), scenarios::scenario));
    node.set("measurements", MeasurementJson.all(result));
    node.set("stations", Nodes.list(result.stations(), ScenarioJson::fare));
    node.set("trends", Nodes.list(result.trends(), t -> scenarios.trend(t, TREND_POINTS)));
    return node;
  }

  private static boolean over(RunResult result) {
    return result.status() != RunResult.Status.RUNNING;
  }

  private static String word(RunResult.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode aspect(Aspect aspect) {
    return Nodes.object()
        .put("aspect", aspect.kind().name().toLowerCase(Locale.ROOT))
        .put("standing", aspect.standing().word())
        .put("judged", aspect.judged())
        .put("passed", aspect.passed())
        .put("failed", aspect.failed());
  }

  private static ObjectNode scans(ScanFacts scans) {
    return Nodes.object()
        .put("count", scans.scans())
        .put("overruns", scans.overruns())
        .put("worstLatenessNanos", scans.worstLatenessNanos());
  }

  private static ArrayNode families(RunResult result) {
    return Nodes.list(
        result.families().entrySet(),
        family -> Nodes.object().put("id", family.getKey()).put("title", family.getValue()));
  }

  private static ObjectNode requirement(RequirementResult its) {
    ObjectNode node =
        Nodes.object()
            .put("id", its.requirement().id())
            .put("family", its.requirement().family())
            .put("text", its.requirement().text())
            .put("source", its.requirement().source())
            .put("level", its.requirement().level().name().toLowerCase(Locale.ROOT))
            .put("feature", its.requirement().feature().map(f -> f.label()).orElse(null))
            .put("measurable", its.requirement().measurable().map(Means::label).orElse(null))
            .put("standing", its.standing().word());
    node.set("reasons", Nodes.texts(its.standing().reasons()));
    node.set("scenarios", Nodes.texts(its.scenarios()));
    return node;
  }
}
