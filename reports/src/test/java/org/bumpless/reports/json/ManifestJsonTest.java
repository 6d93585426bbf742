package org.bumpless.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.bumpless.reports.SampleRuns;
import org.junit.jupiter.api.Test;

class ManifestJsonTest {
  @Test
  void holdsAllThatAReplayNeeds() throws IOException {
    JsonNode manifest =
        new JsonMapper().readTree(ManifestJson.bytes(SampleRuns.manifest("Proxy 1.2")));

    assertThat(manifest.path("command").asText()).isEqualTo("certify");
    assertThat(manifest.path("plantFile").asText())
        .isEqualTo("/opt/bench/scenarios/plants/two-tanks.yaml");
    assertThat(manifest.path("sutFile").asText()).isEqualTo("/opt/bench/proxy/sut.yaml");
    assertThat(manifest.path("profileFile").asText())
        .isEqualTo("/opt/bench/scenarios/profiles/standard.yaml");
    assertThat(manifest.path("tags").asText()).isEqualTo("not @slow");
    assertThat(manifest.path("seed").asLong()).isEqualTo(42);
    assertThat(manifest.path("replay").asText()).startsWith("./bumpless certify ");
    assertThat(manifest.path("commit").asText()).hasSize(40);
    assertThat(manifest.at("/versions/bumpless").asText()).isEqualTo("0.1.0");
    assertThat(manifest.at("/host/cores").asInt()).isEqualTo(2);
  }

  @Test
  void tellsWhereAFileLiesInTheCheckoutAndWhetherItLiesThere() throws IOException {
    JsonNode files =
        new JsonMapper()
            .readTree(ManifestJson.bytes(SampleRuns.manifest("Proxy 1.2")))
            .path("files");

    assertThat(files.at("/plant/inCheckout").asText()).isEqualTo("scenarios/plants/two-tanks.yaml");
    assertThat(files.at("/sut/inCheckout").isNull()).isTrue();
    assertThat(files.at("/sut/sha256").asText()).hasSize(64);
  }
}
