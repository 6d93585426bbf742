package org.bumpless.reports.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.bumpless.scenario.result.RunManifest;
import org.bumpless.scenario.result.RunManifest.SourceFile;

/** {@code manifest.json}: all that is needed to do a run again, written before it begins. */
public final class ManifestJson {
  static final String VERSION = "1.0";

  private ManifestJson() {}

  public static byte[] bytes(RunManifest manifest) {
    RunManifest.Origin origin = manifest.origin();
    ObjectNode node =
        Nodes.object()
            .put("schemaVersion", VERSION)
            .put("runId", manifest.runId())
            .put("started", manifest.started().toString())
            .put("command", origin.command())
            .put("replay", origin.replay())
            .put("plantFile", origin.plantFile().absolute().toString())
            .put("sutFile", origin.sutFile().absolute().toString())
            .put("profileFile", origin.profileFile().absolute().toString())
            .put("tags", manifest.tags())
            .put("seed", manifest.seed())
            .put("commit", manifest.commit());
    node.set(
        "versions",
        Nodes.object()
            .put("bumpless", manifest.version())
            .put("report", ReportJson.VERSION)
            .put("java", manifest.host().java()));
    ObjectNode files = node.putObject("files");
    files.set("plant", file(origin.plantFile()));
    files.set("sut", file(origin.sutFile()));
    files.set("profile", file(origin.profileFile()));
    node.set("plant", DescriptionJson.plant(manifest.plant()));
    node.set("sut", DescriptionJson.sut(manifest.sut()));
    node.set("profile", DescriptionJson.profile(manifest.profile()));
    node.set("host", DescriptionJson.host(manifest.host()));
    return JsonText.bytes(node);
  }

  private static ObjectNode file(SourceFile file) {
    return Nodes.object()
        .put("absolute", file.absolute().toString())
        .put("inCheckout", file.inCheckout().map(Path::toString).orElse(null))
        .put("sha256", file.sha256());
  }
}
