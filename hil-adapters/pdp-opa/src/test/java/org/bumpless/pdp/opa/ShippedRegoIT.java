package org.bumpless.pdp.opa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.Decision.Permit;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.testkit.AccessRequests;
import org.bumpless.adapter.testkit.Installed;
import org.bumpless.adapter.testkit.StoppedClock;
import org.bumpless.plant.model.AssetId;
import org.bumpless.scenario.check.DecisionCheck;
import org.bumpless.scenario.decision.Conformance;
import org.bumpless.scenario.decision.Questions;
import org.bumpless.scenario.decision.Score;
import org.bumpless.scenario.decision.Site;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The shipped Rego policy in a real Open Policy Agent. Where {@code opa} is not on the PATH nothing
 * of this is tested, and that is said.
 */
@Timeout(300)
class ShippedRegoIT {
  private static final Path POLICY =
      Path.of("..", "..", "scenarios", "suts", "reference", "policies", "rego");

  @BeforeEach
  void needsOpa() {
    Installed.requireWherePossible("opa", "a release of Open Policy Agent, 0.59 or later");
  }

  @Test
  void itsOwnTestsPass() throws Exception {
    Process opa =
        new ProcessBuilder("opa", "test", POLICY.toString()).redirectErrorStream(true).start();
    try {
      String said = new String(opa.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(opa.waitFor(60, TimeUnit.SECONDS)).as("opa test ends").isTrue();
      assertThat(opa.exitValue()).as(said).isZero();
    } finally {
      opa.destroyForcibly();
    }
  }

  @Test
  void itMeansWhatTheReferencePolicyMeans() throws Exception {
    int port = freePort();
    Process opa =
        new ProcessBuilder(
                "opa", "run", "--server", "--addr", "127.0.0.1:" + port, POLICY.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (PolicyDecisionPoint pdp =
        new OpaPdpProvider()
            .create(
                Map.of("url", "http://127.0.0.1:" + port, "timeout", "5 s"),
                POLICY,
                new StoppedClock())) {
      await("OPA decides")
          .atMost(Duration.ofSeconds(60))
          .until(() -> pdp.evaluate(AccessRequests.leadEngineer(Action.READ)) instanceof Permit);
      Site site =
          new Site(
              "tank-farm",
              new AssetId("LIC-101"),
              new AssetId("LIC-402"),
              Instant.parse("2026-03-01T08:00:00Z"));
      Score score = new Conformance(pdp, site, 1).score(Questions.all(new SplittableRandom(1)));

      assertThat(DecisionCheck.asThePolicyMeans(score))
          .as(score.inWords())
          .isEqualTo(new Verdict.Pass());
    } finally {
      opa.destroyForcibly();
      assertThat(opa.waitFor(20, TimeUnit.SECONDS)).as("OPA ends").isTrue();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
