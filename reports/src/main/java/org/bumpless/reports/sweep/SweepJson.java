package org.bumpless.reports.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.bumpless.reports.json.JsonText;

/** Writes {@code sweep.json}; it has no date, so that two sweeps with one seed are the same. */
public final class SweepJson {
  private static final String VERSION = "1.0";
  private static final double PLACES = 10_000;

  private SweepJson() {}

  public static byte[] bytes(SweepReport report) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("schemaVersion", VERSION)
            .put("plant", report.plant())
            .put("seed", report.seed());
    ArrayNode conduits = node.putArray("conduits");
    report.conduits().forEach(conduits::add);
    ArrayNode idle = node.putArray("withoutFunction");
    report.idle().forEach(idle::add);
    node.put("looser", report.looser());
    ArrayNode findings = node.putArray("findings");
    report.findings().forEach(finding -> findings.add(finding(finding)));
    return JsonText.bytes(node);
  }

  private static ObjectNode finding(SweepFinding finding) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("conduit", finding.conduit())
            .put("loop", finding.loop())
            .put("function", finding.function())
            .put("tried", finding.tried());
    node.set("delay", time(finding.delay()));
    node.set("jitter", time(finding.jitter()));
    node.set("loss", extent(finding.loss().map(l -> rounded(l.largest())), finding.loss()));
    node.put("budgetNanos", finding.budgetNanos().orElse(null));
    node.put("judgement", finding.judgement().name().toLowerCase(Locale.ROOT));
    ArrayNode curve = node.putArray("curve");
    for (SweepPoint point : finding.curve()) {
      curve
          .addObject()
          .put("delayNanos", point.delayNanos())
          .put("use", rounded(point.use()))
          .put("kept", point.kept())
          .put("why", point.why());
    }
    return node;
  }

  private static JsonNode time(Optional<Extent> extent) {
    return extent(extent.map(its -> (double) Math.round(its.largest())), extent);
  }

  /** Nanoseconds or a share; {@code open} where the true extent is larger. */
  private static JsonNode extent(Optional<Double> value, Optional<Extent> extent) {
    if (value.isEmpty() || extent.isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("largest", value.get())
        .put("open", extent.get().open());
  }

  private static double rounded(double value) {
    return Math.round(value * PLACES) / PLACES;
  }
}
