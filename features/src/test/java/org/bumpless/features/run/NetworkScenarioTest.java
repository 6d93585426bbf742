package org.bumpless.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.features.testing.FakeBench;
import org.bumpless.features.testing.FakeNetwork;
import org.bumpless.features.testing.Products;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.model.AssetId;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search for ways past the product, as a scenario. */
class NetworkScenarioTest {

  @TempDir private Path folder;
  private FakeBench bench;

  @BeforeEach
  void startBench() throws BadFileException {
    bench = new FakeBench();
  }

  @Test
  void whatComesPastTheProductFails() {
    bench.network(FakeNetwork.of(true));

    assertThat(Driving.only(bench, folder, "@ENF-05"))
        .isEqualTo(
            new Standing.Judged(
                new Verdict.Fail("INTRUDER-L4 came to LIC-101 (modbus-tcp) past the product")));
  }

  @Test
  void whereNothingComesItPasses() {
    bench.network(FakeNetwork.of(false));

    assertThat(Driving.only(bench, folder, "@ENF-05"))
        .isEqualTo(new Standing.Judged(new Verdict.Pass()));
  }

  @Test
  void onTheLoopbackItIsNotMeasurable() {
    assertThat(Driving.only(bench, folder, "@ENF-05"))
        .isEqualTo(
            new Standing.NotMeasurable(
                "hosts that share one network cannot show it; the netns fabric can"));
  }

  @Test
  void whatALeakyProductLetsThroughFails() {
    bench.network(FakeNetwork.of(true));

    assertThat(Driving.only(bench, folder, "@ENF-07"))
        .isEqualTo(
            new Standing.Judged(
                new Verdict.Fail(
                    "INTRUDER-L4 passed the product as SCADA-1 to LIC-101 (modbus-tcp)")));
    assertThat(Driving.only(bench, folder, "@ENF-09"))
        .isEqualTo(
            new Standing.Judged(
                new Verdict.Fail(
                    "an answer of LIC-101 (modbus-tcp) passed the product, which no question had"
                        + " passed")));
    assertThat(Driving.only(bench, folder, "@SAF-04"))
        .isEqualTo(
            new Standing.Judged(
                new Verdict.Fail(
                    "something came back through the data diode site-to-records: from REPLICA-1 to"
                        + " HIST-1 (udp answer)")));
    assertThat(Driving.shipped(bench, folder, "@ENF-08").scenarios())
        .hasSize(6)
        .allSatisfy(
            r ->
                assertThat(r.standing())
                    .isEqualTo(
                        new Standing.Judged(
                            new Verdict.Fail("it was heard behind the product, byte by byte"))));
  }

  @Test
  void whatNeverCameToTheProductShowsNothing() {
    bench.network(FakeNetwork.deaf());

    for (String tags : List.of("@ENF-07", "@ENF-08", "@ENF-09", "@ENF-10", "@SAF-04")) {
      assertThat(Driving.shipped(bench, folder, tags).scenarios())
          .isNotEmpty()
          .allSatisfy(r -> assertThat(r.standing().word()).as(tags).isEqualTo("INCONCLUSIVE"));
    }
  }

  @Test
  void whoHasTakenAnAddressActsUnderIt() {
    FakeNetwork network = FakeNetwork.of(false);
    List<Optional<AssetId>> under = new ArrayList<>();
    bench.network(network);
    bench.product(
        (of, call, operation) -> {
          under.add(call.under());
          return Products.closed(of, call, operation);
        });

    assertThat(Driving.only(bench, folder, "@ENF-10"))
        .isEqualTo(new Standing.Judged(new Verdict.Pass()));
    assertThat(under).containsOnly(Optional.of(new AssetId("SCADA-1")));
    assertThat(network.taken()).containsExactly("HIST-1 is SCADA-1");
  }

  @Test
  void aLanguageThatTheBenchDoesNotSpeakIsNamed() {
    bench.network(FakeNetwork.of(false));

    Outcome outcome =
        Driving.text(
            bench,
            folder,
            """
            Feature: Foreign
              @attack @ENF-08
              Scenario: Somebody whistles
                Given Ben, an engineer of controls engineering, at EWS-2
                When Ben says "a tune" at the modbus-tcp door of LIC-301
                Then nothing of it was heard behind the product
            """);

    assertThat(outcome.scenarios())
        .singleElement()
        .satisfies(
            r ->
                assertThat(r.standing())
                    .asString()
                    .contains("the bench does not speak \"a tune\"", "http connect"));
  }
}
