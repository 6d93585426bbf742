package org.bumpless.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  @TempDir private Path folder = Path.of("");

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(f -> folder.relativize(f).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void theManifestIsThereBeforeTheBench() throws IOException {
    new ReportWriter(folder).begin(SampleRuns.manifest("Proxy 1.2"));

    assertThat(files()).containsExactly("manifest.json");
  }

  @Test
  void aRunThatIsKilledLeavesWhatItHad() throws IOException {
    ReportWriter writer = new ReportWriter(folder);
    writer.begin(SampleRuns.manifest("Proxy 1.2"));
    writer.update(SampleRuns.empty());

    assertThat(files()).containsExactly("manifest.json", "report.json");
    assertThat(folder.resolve("report.json")).content().contains("\"status\" : \"running\"");
  }

  @Test
  void theEndLeavesAllFilesAndNothingHalf() throws IOException {
    ReportWriter writer = new ReportWriter(folder);
    writer.begin(SampleRuns.manifest("Proxy 1.2"));
    writer.update(SampleRuns.empty());
    writer.end(SampleRuns.full());

    assertThat(files())
        .containsExactly(
            "index.html",
            "junit.xml",
            "latency/1-SCADA-1-to-LIC-101-over-modbus-tcp-delaying-relay.hlog",
            "latency/1-SCADA-1-to-LIC-101-over-modbus-tcp-direct-again.hlog",
            "latency/1-SCADA-1-to-LIC-101-over-modbus-tcp-direct.hlog",
            "latency/1-SCADA-1-to-LIC-101-over-modbus-tcp-null-relay.hlog",
            "latency/1-SCADA-1-to-LIC-101-over-modbus-tcp-product.hlog",
            "manifest.json",
            "report.json");
    assertThat(folder.resolve("report.json")).content().contains("\"status\" : \"finished\"");
  }

  @Test
  void aFolderThatIsGoneIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("occupied"), "");
    ReportWriter writer = new ReportWriter(file.resolve("run"));

    assertThatIOException().isThrownBy(() -> writer.begin(SampleRuns.manifest("Proxy 1.2")));
    assertThatIOException().isThrownBy(() -> writer.update(SampleRuns.empty()));
  }
}
