package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bumpless.reports.certificate.BundleCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certify, and replay of what it left, on a profile of three scenarios. */
class CertifyIT {
  /** The key of RFC 8410, 10.3. */
  private static final String KEY =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """;

  private static final String PROFILE =
      """
      id: short
      title: Short profile
      tags: "@IDN-01 or @IDN-03 or @MNT-01"
      needs: [core]
      maxDuration: 4 min
      latency: {perArm: 12 s, block: 1 s, rateHz: 400}
      """;

  @TempDir Path folder;
  private Path out = Path.of("");
  private Path profile = Path.of("");

  @BeforeEach
  void files() throws IOException {
    out = folder.resolve("runs");
    profile = Files.writeString(folder.resolve("short.yaml"), PROFILE);
  }

  @Test
  void aPassIsCertifiedWithTheLabsKeyAndReplayedWithOneOfItsOwn() throws IOException {
    Path key = Files.writeString(folder.resolve("lab.pem"), KEY);

    Said said = certify("reference", "--seed", "5", "--key", key.toString());

    assertThat(said.code()).as("%s%s", said.out(), said.err()).isZero();
    Path run = runs().getFirst();
    assertThat(said.out())
        .contains("certificate: " + run.resolve("certificate/certificate.json"))
        .contains("signed with the key of the lab");
    assertThat(BundleCheck.problems(run)).isEmpty();
    JsonNode certificate = json(run.resolve("certificate/certificate.json"));
    assertThat(certificate.path("product").path("id").asText()).isEqualTo("reference");
    assertThat(certificate.path("profile").path("id").asText()).isEqualTo("short");
    assertThat(certificate.path("evidence").findValuesAsText("file"))
        .contains("manifest.json", "report.json", "history.ndjson", "historian.sqlite")
        .contains("index.html", "junit.xml", "cucumber.ndjson");

    Said again = Said.by("replay", run.toString(), "--out", out.toString());

    assertThat(again.code()).as("%s%s", again.out(), again.err()).isZero();
    assertThat(again.out()).contains("signed with a key that was made for this run");
    Path second = runs().stream().filter(r -> !r.equals(run)).findFirst().orElseThrow();
    assertThat(BundleCheck.problems(second)).isEmpty();
    assertThat(standings(second)).isNotEmpty().isEqualTo(standings(run));
    assertThat(json(second.resolve("manifest.json")).path("seed").asInt()).isEqualTo(5);

    Files.writeString(second.resolve("junit.xml"), "<testsuites/>");
    assertThat(BundleCheck.problems(second))
        .containsExactly("junit.xml was changed after the certificate was issued");
  }

  @Test
  void aFailureGetsNoCertificate() throws IOException {
    Said said = certify("direct");

    assertThat(said.code()).as("%s%s", said.out(), said.err()).isEqualTo(1);
    assertThat(said.out()).contains("no certificate: the verdict is FAIL");
    assertThat(runs().getFirst().resolve("certificate")).doesNotExist();
  }

  @Test
  void aKeyThatIsNoneIs65BeforeAnythingRuns() throws IOException {
    Path key = Files.writeString(folder.resolve("lab.pem"), "no key");

    Said said = certify("reference", "--key", key.toString());

    assertThat(said.code()).isEqualTo(65);
    assertThat(said.err()).startsWith(key + ": found no block \"PRIVATE KEY\"; expected");
    assertThat(out).doesNotExist();
  }

  private Said certify(String sut, String... more) {
    Path file = Shipped.file("scenarios/suts/" + sut + "/sut.yaml");
    return Said.by(
        Stream.concat(
                Stream.of(
                    "certify",
                    "--sut",
                    file.toString(),
                    "--profile",
                    profile.toString(),
                    "--out",
                    out.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private List<Path> runs() throws IOException {
    try (Stream<Path> folders = Files.list(out)) {
      return folders.sorted().toList();
    }
  }

  private static List<String> standings(Path run) throws IOException {
    return json(run.resolve("report.json")).path("requirements").findValuesAsText("standing");
  }

  private static JsonNode json(Path file) throws IOException {
    return new JsonMapper().readTree(file.toFile());
  }
}
