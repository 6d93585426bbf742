package org.bumpless.scenario.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.scenario.requirement.Requirement;
import org.bumpless.scenario.timing.LatencyPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileFileTest {
  private static final String SOUND =
      """
      id: quick
      title: Quick profile
      tags: "@attack and not @slow"
      needs: [core, extended]
      maxDuration: 60 s
      latency: {perArm: 3 s, block: 500 ms, rateHz: 100}
      """;

  @Test
  void readsTheStandardProfile() throws BadFileException {
    assertThat(ProfileFile.read(Path.of("../profiles/standard.yaml")))
        .isEqualTo(
            new Profile(
                "standard",
                "Standard profile",
                "",
                Set.of(Requirement.Level.CORE),
                Duration.ofMinutes(4),
                new LatencyPlan(Duration.ofSeconds(6), Duration.ofMillis(250), 625)));
  }

  @Test
  void readsAnother() throws BadFileException {
    Profile profile = ProfileFile.parse("p.yaml", SOUND.getBytes(StandardCharsets.UTF_8));

    assertThat(profile.tags()).isEqualTo("@attack and not @slow");
    assertThat(profile.needs()).containsExactlyInAnyOrder(Requirement.Level.values());
    assertThat(profile.latency().blocksPerArm()).isEqualTo(6);
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @MethodSource("faults")
  void isRefused(String replaced, String by, String told) {
    assertThat(SOUND).containsOnlyOnce(replaced);

    BadFileException refusal =
        catchThrowableOfType(
            BadFileException.class,
            () ->
                ProfileFile.parse(
                    "p.yaml", SOUND.replace(replaced, by).getBytes(StandardCharsets.UTF_8)));

    assertThat(refusal).as("refusal").isNotNull().hasMessageStartingWith("p.yaml:" + told);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(
            "and not @slow",
            "and and @slow",
            "3:7: found \"@attack and and @slow\"; expected a Cucumber tag expression ("),
        arguments(
            "[core, extended]", "[core, most]", "4:15: found text \"most\"; expected one of core"),
        arguments("[core, extended]", "[]", "4:8: found an empty list; expected 1 or more in it"),
        arguments(
            "maxDuration: 60 s",
            "maxDuration: 9 s",
            "5:14: found 9 s; expected more than the 11 s that latency alone takes"),
        arguments(
            "block: 500 ms", "block: 4 s", "6:31: found 4 s; expected a whole part of perArm, 3 s"),
        arguments(
            "block: 500 ms",
            "block: 700 ms",
            "6:31: found 700 ms; expected a whole part of perArm, 3 s"),
        arguments("block: 500 ms", "block: 1 us", "6:31: found 1 us; expected 10 ms or more"),
        arguments("perArm: 3 s", "perArm: 9 d", "6:19: found 9 d; expected 1 h at most"),
        arguments("rateHz: 100", "rateHz: 1", "6:47: found 1 per second; expected at least one"),
        arguments("rateHz: 100", "rateHz: 0", "6:47: found 0; expected 1 or more"),
        arguments("title: Quick profile", "name: Quick", "1:1: found no key \"title\""));
  }
}
