package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A product of somebody else's asks our decision point by Envoy's ext_authz, on a whole bench. */
class ExtAuthzIT {
  private static final String CONFIGURATION =
      """
      {{extAuthzAddress}}:{{extAuthzPort}}
      {{certificate}}
      {{key}}
      {{authorities}}
      {{#listeners}}
      {{front}} {{upstream}}
      {{/listeners}}
      """;

  @TempDir private Path folder;

  @Test
  void itsSessionsAreThoseThatTheDecisionPointPermits() throws Exception {
    Ran ran =
        Ran.of(
            product(),
            "@DEC-01 or @DEC-02 or @DEC-03 or @DEC-05 or @IDN-01 or @MNT-01",
            "standard",
            Files.createDirectory(folder.resolve("runs")));

    assertThat(ran.scenarios("attack"))
        .filteredOn(s -> Ran.standing(s).equals("PASS"))
        .as("%s%n%s", ran.said().out(), ran.said().err())
        .hasSizeGreaterThanOrEqualTo(6);
    assertThat(ran.scenarios()).allSatisfy(Ran::isNotBroken);
    assertThat(ran.scenarios("maintenance"))
        .filteredOn(s -> Ran.standing(s).equals("PASS"))
        .isNotEmpty();
  }

  private Path product() throws Exception {
    Files.writeString(folder.resolve("gate.conf.mustache"), CONFIGURATION);
    return Files.writeString(
        folder.resolve("sut.yaml"),
        """
      id: ext-authz-gate
      title: A gate that asks ext_authz
      product: a test's own
      deployment: process
      access: tls
      features:
        - mutual-tls
        - identity-authorization
        - subject-attributes
        - change-window
        - external-pdp
      pdp:
        provider: cedar
        settings:
          policies: %s
      process:
        needs: {program: sh, install: apt-get install dash}
        templates: {gate.conf.mustache: gate.conf}
        command: ["%s", -cp, "%s", %s, gate.conf]
        readiness: {within: 30 s}
      """
            .formatted(
                Ran.HOME.resolve("scenarios/suts/reference/policies/plant.cedar").toAbsolutePath(),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                ExtAuthzGate.class.getName()));
  }
}
