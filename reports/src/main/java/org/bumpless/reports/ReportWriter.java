package org.bumpless.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.bumpless.reports.html.Page;
import org.bumpless.reports.json.ManifestJson;
import org.bumpless.reports.json.ReportJson;
import org.bumpless.reports.junit.JUnitXml;
import org.bumpless.reports.latency.LatencyLogs;
import org.bumpless.scenario.result.RunManifest;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.Samples;

/**
 * Writes the files of one run into its folder; each is put in place whole. Used by one thread.
 *
 * <p>Every method throws {@link IOException} if the folder cannot be written, and may be called
 * again after that.
 */
public final class ReportWriter {
  private final Path folder;
  private int logged;

  /**
   * @param folder the run's own folder, which exists
   */
  public ReportWriter(Path folder) {
    this.folder = folder;
  }

  /** Before the bench starts. */
  public void begin(RunManifest manifest) throws IOException {
    put("manifest.json", ManifestJson.bytes(manifest));
  }

  /** While the bench runs, as often as there is something new. */
  public void update(RunResult soFar) throws IOException {
    logs(soFar);
    put("report.json", ReportJson.bytes(soFar));
  }

  /** At the end, however it came. */
  public void end(RunResult result) throws IOException {
    update(result);
    put("junit.xml", JUnitXml.bytes(result));
    put("index.html", Page.bytes(result));
  }

  private void logs(RunResult soFar) throws IOException {
    for (; logged < soFar.latencies().size(); logged++) {
      LatencyFinding finding = soFar.latencies().get(logged);
      for (Map.Entry<Arm, Samples> arm : finding.samples().entrySet()) {
        put(
            LatencyLogs.file(logged + 1, finding, arm.getKey()),
            LatencyLogs.log(finding, arm.getKey(), arm.getValue()));
      }
    }
  }

  private void put(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.createDirectories(file.getParent());
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
