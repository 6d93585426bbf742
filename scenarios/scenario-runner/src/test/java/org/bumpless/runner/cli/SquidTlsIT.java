package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.bumpless.runner.ThirdParty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gate with mutual TLS in front of a proxy for tunnels: who asks is told by a certificate. */
@Timeout(600)
class SquidTlsIT {
  private static final Set<String> TRIED =
      Set.of("ENF-03", "ENF-06", "IDN-01", "IDN-02", "IDN-03", "IDN-04", "IDN-05", "MNT-01");

  @TempDir private Path out;

  @Test
  void certificatesOpenTunnelsAndNothingElseDoes() throws Exception {
    ThirdParty.require("haproxy", "haproxy");
    ThirdParty.require("squid", "squid");

    Ran ran =
        Ran.of(
            Ran.shipped("squid-tls"),
            "@" + String.join(" or @", new TreeSet<>(TRIED)),
            "standard",
            out);

    Set<String> passed = new TreeSet<>();
    for (JsonNode scenario : ran.scenarios()) {
      Ran.passesUnlessTheHostStoodStill(scenario);
      scenario.path("requirements").forEach(r -> passed.add(r.asText()));
    }
    assertThat(passed).containsAll(TRIED);
    assertThat(Files.readString(ran.folder().resolve("history.ndjson")))
        .contains("TLS alert: certificate_expired", "TLS alert: unknown_ca")
        .contains("HTTP 403 Forbidden from the proxy at ");
    assertThat(Files.readString(ran.folder().resolve("product/output.log")))
        .as("Squid's line of a tunnel")
        .contains("TCP_TUNNEL/200");
  }
}
