package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bumpless.adapter.http.HttpAnswer;
import org.bumpless.adapter.http.HttpService;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.DecisionService.Behaviour;
import org.bumpless.adapter.testkit.HandWrittenPdp;
import org.bumpless.runner.bench.Providers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code run --tags @pdp} on decision points that are sound, silent, or break their interface. */
@Timeout(300)
class DecisionPointIT {
  private static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @TempDir private Path folder;

  @Test
  void theShippedPolicyPasses() throws IOException {
    Ran ran = Ran.virtually("tank-farm", "reference", "@pdp", 1, folder.resolve("out"));

    assertPasses(ran);
  }

  @Test
  void aDecisionPointBehindTheShippedServicePasses() throws Exception {
    try (DecisionService service = serve()) {
      assertPasses(drive(service.url(), "20 s"));
    }
  }

  private static void assertPasses(Ran ran) {
    assertThat(ran.said().code()).as(ran.said().out()).isZero();
    assertThat(ran.scenarios())
        .hasSize(2)
        .allSatisfy(
            scenario -> {
              assertThat(Ran.standing(scenario)).isEqualTo("PASS");
              assertThat(scenario.path("evidence").path(0).asText())
                  .contains(" questions asked: ", "0 without a decision");
            });
  }

  @Test
  void aSilentOneIsLeftOpenAndNotWaitedForForEver() throws Exception {
    try (DecisionService service = serve()) {
      service.behave(Behaviour.SILENT);
      Ran ran = drive(service.url(), "50 ms");

      assertThat(ran.said().code()).as(ran.said().out()).isEqualTo(2);
      assertThat(ran.scenarios())
          .allSatisfy(
              scenario -> {
                assertThat(Ran.standing(scenario)).isEqualTo("INCONCLUSIVE");
                assertThat(scenario.path("reasons").toString())
                    .contains("no answer in time", "were not asked any more");
                assertThat(scenario.path("evidence").path(0).asText()).contains(" 0 denials");
              });
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "an answer without a decision|{}",
        "a decision that is neither true nor false|{\"decision\":\"false\"}",
        "two decisions in one answer|{\"decision\":false,\"decision\":false}",
        "an error in the form of an answer|{\"error\":\"no policy loaded\"}"
      })
  void oneThatBreaksItsInterfaceFailsByTheNameOfTheFault(String told, String body)
      throws Exception {
    HttpService.Route route = new HttpService.Route("POST", _ -> HttpAnswer.json(200, body));
    try (HttpService rogue =
        new HttpService(
            ANYWHERE,
            "rogue-pdp",
            Map.of("/access/v1/evaluation", route, "/access/v1/evaluations", route))) {
      Ran ran = drive(rogue.url(), "20 s");
      JsonNode single = ran.scenarios().getFirst();

      assertThat(ran.said().code()).as(ran.said().out()).isEqualTo(1);
      assertThat(Ran.standing(single)).isEqualTo("FAIL");
      assertThat(single.path("reasons").toString())
          .contains("no decision on 20 questions: " + told);
      assertThat(single.path("evidence").path(0).asText())
          .as("none of them is a denial")
          .contains(" 0 denials");
    }
  }

  @Test
  void aProductWithoutADecisionPointIsNotHeldToItAndThatIsSeen() throws IOException {
    Ran ran = drive("");

    assertThat(ran.scenarios())
        .hasSize(2)
        .allSatisfy(
            scenario -> {
              assertThat(Ran.standing(scenario)).isEqualTo("NOT APPLICABLE");
              assertThat(scenario.path("reasons").toString()).contains("names no pdp");
            });
    assertThat(ran.said().out()).containsPattern("DEC-06 +NOT APPLICABLE");
  }

  private static DecisionService serve() throws IOException {
    return Providers.only(DecisionService.Factory.class).serve(new HandWrittenPdp(), ANYWHERE);
  }

  private Ran drive(URI url, String timeout) throws IOException {
    return drive(
        """
        pdp:
          provider: authzen
          settings:
            url: %s
            timeout: %s
        """
            .formatted(url, timeout));
  }

  private Ran drive(String pdp) throws IOException {
    Path sut = Files.createDirectories(folder.resolve("sut")).resolve("sut.yaml");
    Files.writeString(
        sut,
        """
        id: some
        title: Some product
        product: none
        deployment: builtin
        builtin: direct
        access: transparent
        features: [external-pdp]
        """
            + pdp);
    return Ran.virtually("tank-farm", sut, "@pdp", 1, folder.resolve("out"));
  }
}
