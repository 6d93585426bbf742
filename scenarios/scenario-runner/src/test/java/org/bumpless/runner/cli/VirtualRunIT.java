package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs in virtual time: what attacks do to the process, and that one seed is one history. */
class VirtualRunIT {
  private static final String PHYSICAL = "@SAF-06 or @SAF-07";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource({"tank-farm, 6", "two-phase-reactor, 2"})
  void anAttackHasItsPhysicalEndUnlessItIsStopped(String plant, int atLeast) throws IOException {
    Ran direct = Ran.virtually(plant, "direct", PHYSICAL, 1, folder.resolve("direct"));
    assertThat(direct.scenarios()).hasSizeGreaterThanOrEqualTo(atLeast);
    for (JsonNode scenario : direct.scenarios()) {
      assertThat(Ran.standing(scenario)).as(scenario.path("name").asText()).isEqualTo("FAIL");
      assertThat(scenario.path("reasons").path(0).asText())
          .as("%s: the process comes first", scenario.path("name").asText())
          .containsAnyOf("it was to stay", "alarms came up", "has tripped");
    }
    Ran reference = Ran.virtually(plant, "reference", PHYSICAL, 1, folder.resolve("reference"));
    assertThat(reference.scenarios()).hasSameSizeAs(direct.scenarios());
    for (JsonNode scenario : reference.scenarios()) {
      assertThat(Ran.standing(scenario))
          .as("%s: %s", scenario.path("name").asText(), scenario.path("reasons"))
          .isEqualTo("PASS");
    }
  }

  @Test
  void aSafetySystemThatWasChangedBeforeLetsTheReactorBurst() throws IOException {
    Ran direct = Ran.virtually("two-phase-reactor", "direct", "@SAF-07", 1, folder.resolve("d"));
    assertThat(direct.scenarios()).hasSize(1);
    assertThat(direct.scenarios().getFirst().path("reasons").toString())
        .contains("R-1.ruptured was 1.00000");
  }

  @Test
  void theSafetySystemActsAlone() throws IOException {
    Ran reference =
        Ran.virtually(
            "two-phase-reactor", "reference", "@SAF-03 or @SAF-08", 1, folder.resolve("r"));
    assertThat(reference.scenarios()).hasSize(3);
    for (JsonNode scenario : reference.scenarios()) {
      assertThat(Ran.standing(scenario))
          .as("%s: %s", scenario.path("name").asText(), scenario.path("reasons"))
          .isEqualTo("PASS");
    }
    assertThat(history(reference)).contains("\"event\":\"TRIP\"", "\"event\":\"FIRST_OUT\"");
    assertThat(Files.readString(reference.folder().resolve("index.html")))
        .contains("Safety systems: cause and effect", "2oo3 above 2950");
  }

  @Test
  void oneSeedIsOneHistoryToTheLastByte() throws IOException {
    String tags = "@attack and not @wire and not @measuring";
    Ran one = Ran.virtually("tank-farm", "reference", tags, 7, folder.resolve("one"));
    Ran again = Ran.virtually("tank-farm", "reference", tags, 7, folder.resolve("again"));
    Ran other = Ran.virtually("tank-farm", "direct", tags, 8, folder.resolve("other"));
    assertThat(one.scenarios()).hasSizeGreaterThan(20);
    assertThat(history(one)).isEqualTo(history(again)).isNotEqualTo(history(other));
    assertThat(standings(one)).isEqualTo(standings(again));
  }

  @Test
  void latencyIsNotJudgedInVirtualTime() throws IOException {
    Ran run =
        Ran.virtually("tank-farm", "reference", "@measuring or @wire", 1, folder.resolve("m"));
    assertThat(standings(run)).isNotEmpty().containsOnly("NOT MEASURABLE");
    assertThat(run.report().path("host").path("clock").asText()).isEqualTo("virtual");
  }

  @Test
  void aProductThatRunsForRealOnlyIs65() {
    Said said =
        Said.by(
            "run",
            "--clock",
            "virtual",
            "--sut",
            Ran.shipped("haproxy-mtls").toString(),
            "--out",
            folder.toString());
    assertThat(said.code()).as("%s%s", said.out(), said.err()).isEqualTo(65);
    assertThat(said.err()).contains("real time only; expected --clock real");
  }

  private static List<String> standings(Ran run) {
    return run.scenarios().stream().map(Ran::standing).toList();
  }

  private static String history(Ran run) throws IOException {
    return Files.readString(run.folder().resolve("history.ndjson"));
  }
}
