package org.bumpless.reports.certificate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code certificate.json}. */
final class CertificateJson {
  static final String VERSION = "1.0";

  private CertificateJson() {}

  static ObjectNode node(Statement stated, List<Evidence> evidence, SigningKey.Origin origin) {
    ObjectNode node =
        object()
            .put("schemaVersion", VERSION)
            .put("runId", stated.runId())
            .put("verdict", stated.verdict());
    node.set(
        "product",
        object()
            .put("id", stated.product().id())
            .put("title", stated.product().title())
            .put("product", stated.product().maker()));
    node.set("plant", named(stated.plant()));
    node.set("profile", named(stated.profile()));
    node.put("seed", stated.seed())
        .put("started", stated.started().toString())
        .put("ended", stated.ended().toString())
        .put("issued", stated.issued().toString())
        .put("version", stated.version())
        .put("commit", stated.commit());
    node.set(
        "signature",
        object().put("algorithm", SigningKey.ALGORITHM).put("signedWith", origin.words()));
    ArrayNode requirements = node.putArray("requirements");
    stated
        .requirements()
        .forEach(
            r ->
                requirements.add(
                    object().put("id", r.id()).put("standing", r.word()).put("text", r.text())));
    ArrayNode files = node.putArray("evidence");
    evidence.forEach(
        e ->
            files.add(
                object().put("file", e.file()).put("bytes", e.bytes()).put("sha256", e.sha256())));
    return node;
  }

  private static ObjectNode named(Statement.Named named) {
    return object().put("id", named.id()).put("title", named.title());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
