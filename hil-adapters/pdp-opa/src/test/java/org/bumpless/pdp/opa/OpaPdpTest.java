package org.bumpless.pdp.opa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bumpless.adapter.http.HttpAnswer;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Decision.Deny;
import org.bumpless.adapter.pdp.Decision.Indeterminate;
import org.bumpless.adapter.pdp.Decision.Permit;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.adapter.pdp.Lack;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.testkit.AccessRequests;
import org.bumpless.adapter.testkit.StoppedClock;
import org.bumpless.plant.model.AssetId;
import org.bumpless.scenario.check.DecisionCheck;
import org.bumpless.scenario.decision.Conformance;
import org.bumpless.scenario.decision.Questions;
import org.bumpless.scenario.decision.Score;
import org.bumpless.scenario.decision.Site;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What OPA's answers are taken for. */
@Timeout(120)
class OpaPdpTest {
  private static final AccessRequest WRITE = AccessRequests.leadEngineer(Action.WRITE);
  private static final Instant NOW = WRITE.context().now();

  @Test
  void aBooleanIsADecision() throws Exception {
    assertThat(says(200, "{\"result\":true}"))
        .isEqualTo(new Permit(Scope.READ_WRITE, NOW.plusSeconds(5)));
    assertThat(says(200, "{\"result\":false,\"decision_id\":\"1\"}"))
        .isEqualTo(new Deny("the policy denies and gives no reason"));
  }

  @Test
  void aDecisionObjectIsTakenWithItsReasonsAndItsEnd() throws Exception {
    assertThat(says(200, "{\"result\":{\"allow\":false,\"reasons\":[\"no ticket\",\"no role\"]}}"))
        .isEqualTo(new Deny("no ticket; no role"));
    assertThat(says(200, "{\"result\":{\"allow\":false}}"))
        .isEqualTo(new Deny("the policy denies and gives no reason"));
    assertThat(says(200, "{\"result\":{\"allow\":true,\"until\":\"" + NOW.plusSeconds(2) + "\"}}"))
        .isEqualTo(new Permit(Scope.READ_WRITE, NOW.plusSeconds(2)));
    assertThat(says(200, "{\"result\":{\"allow\":true,\"metrics\":{}},\"warning\":{}}"))
        .isInstanceOf(Permit.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "200|{}|WITHOUT_DECISION",
        "200|{\"decision_id\":\"1\"}|WITHOUT_DECISION",
        "200|{\"result\":{}}|WITHOUT_DECISION",
        "200|{\"result\":{\"Allow\":true}}|WITHOUT_DECISION",
        "200|{\"result\":\"true\"}|NOT_BOOLEAN",
        "200|{\"result\":1}|NOT_BOOLEAN",
        "200|{\"result\":null}|NOT_BOOLEAN",
        "200|{\"result\":[true]}|NOT_BOOLEAN",
        "200|{\"result\":{\"allow\":\"true\"}}|NOT_BOOLEAN",
        "200|{\"result\":true}{\"result\":false}|TWICE",
        "200|{\"result\":true,\"result\":false}|MALFORMED",
        "200|{\"code\":\"internal_error\",\"message\":\"x\"}|ERROR_BODY",
        "200|{\"result\":true,\"errors\":[]}|ERROR_BODY",
        "200|{\"result\":{\"allow\":true,\"until\":\"never\"}}|MALFORMED",
        "200|{\"result\":{\"allow\":true,\"until\":\"2020-01-01T00:00:00Z\"}}|MALFORMED",
        "200|{\"result\":{\"allow\":false,\"reasons\":\"no\"}}|MALFORMED",
        "200|<html>|MALFORMED",
        "200|[]|MALFORMED",
        "400|{\"code\":\"invalid_parameter\",\"message\":\"x\"}|ERROR_STATUS",
        "404|{\"result\":true}|ERROR_STATUS",
        "500|{\"result\":true}|ERROR_STATUS"
      })
  void anythingElseIsNoDecision(int status, String body, Lack lack) throws Exception {
    assertThat(says(status, body))
        .isInstanceOfSatisfying(
            Indeterminate.class,
            i -> {
              assertThat(i.lack()).as(i.cause()).isEqualTo(lack);
              assertThat(i.cause())
                  .startsWith("OPA at http://")
                  .contains("/v1/data/plant/decision");
            });
  }

  @Test
  void anotherPathIsUndefinedOrNotThere() throws Exception {
    try (OpaDouble opa = OpaDouble.sound();
        PolicyDecisionPoint pdp = create(opa.url(), Map.of("path", "plant/desicion"))) {
      assertThat(pdp.evaluate(WRITE)).isInstanceOf(Indeterminate.class);
    }
  }

  @Test
  void aSilentOpaIsLate() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (OpaDouble opa =
            new OpaDouble(
                "plant/decision",
                _ -> {
                  try {
                    assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return HttpAnswer.json(200, "{\"result\":true}");
                });
        PolicyDecisionPoint pdp = create(opa.url(), Map.of("timeout", "150 ms"))) {
      assertThat(pdp.evaluate(WRITE))
          .isInstanceOfSatisfying(
              Indeterminate.class, i -> assertThat(i.lack()).isEqualTo(Lack.LATE));
      over.countDown();
    }
  }

  @Test
  void whatIsAskedReachesThePolicyAsItWasMeant() throws Exception {
    Site site = new Site("tank-farm", new AssetId("LIC-101"), new AssetId("LIC-402"), NOW);
    try (OpaDouble opa = OpaDouble.sound();
        PolicyDecisionPoint pdp = create(opa.url(), Map.of("timeout", "20 s"))) {
      Score score = new Conformance(pdp, site, 1).score(Questions.all(new SplittableRandom(1)));

      assertThat(DecisionCheck.asThePolicyMeans(score))
          .as(score.inWords())
          .isEqualTo(new Verdict.Pass());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/plant", "plant/", "plant//decision", "plant.decision", "a b", "../x"})
  void refusesPathsThatAreNone(String path) {
    assertThatThrownBy(() -> create(URI.create("http://127.0.0.1:1"), Map.of("path", path)).close())
        .isInstanceOfSatisfying(
            ProductException.class,
            e -> assertThat(e.fault()).isEqualTo(ProductException.Cause.BAD_INPUT))
        .hasMessageContaining("sut.yaml: settings of PDP opa: path: found")
        .hasMessageContaining("expected");
  }

  @Test
  void refusesUnknownSettings() {
    assertThatThrownBy(
            () -> create(URI.create("http://127.0.0.1:1"), Map.of("polices", "x")).close())
        .hasMessageContaining("[polices]: found unknown setting, expected only path, timeout, url");
  }

  private static Decision says(int status, String body) throws Exception {
    try (OpaDouble opa = OpaDouble.saying(status, body);
        PolicyDecisionPoint pdp = create(opa.url(), Map.of("timeout", "20 s"))) {
      return pdp.evaluate(WRITE);
    }
  }

  private static PolicyDecisionPoint create(URI url, Map<String, String> more)
      throws ProductException {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("url", url.toString());
    return new OpaPdpProvider().create(settings, Path.of("some-sut"), new StoppedClock());
  }
}
