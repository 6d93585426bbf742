package org.bumpless.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bumpless.features.testing.FakeBench;
import org.bumpless.features.testing.Products;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.scenario.bench.Stations.Fare;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One bench that is not there, and scenarios of a few sentences. */
abstract class FeatureRunning {
  private static final String ANNA =
      """
          Given Anna, a lead engineer of controls engineering, at EWS-1
          And Anna has an open change ticket for LIC-101
      """;
  static final String WORK =
      """
      Feature: work
        @maintenance @MNT-01
        Scenario: set
      """
          + ANNA
          + """
              When Anna sets LIC-101.SP to 62 %
              Then LIC-101.SP has changed to 62 % once
          """;
  static final String ATTACK =
      """
      Feature: attack
        @attack @ENF-04
        Scenario: plain
      """
          + ANNA
          + """
              And Anna speaks without TLS
              When Anna tries to set LIC-101.SP to 85 %
              Then LIC-101.SP has not changed
          """;

  @TempDir Path folder;
  FakeBench bench;

  @BeforeEach
  void startBench() throws BadFileException {
    bench = new FakeBench().product(Products::sound);
  }

  @AfterEach
  void noInterruptIsLeft() {
    Thread.interrupted();
  }

  ScenarioResult only(String text) {
    List<ScenarioResult> results = Driving.text(bench, folder, text).scenarios();
    assertThat(results).hasSize(1);
    return results.getFirst();
  }

  /** The scenario of a feature as a further one, under another name. */
  static String second(String feature, String name) {
    return "\n"
        + feature
            .substring(feature.indexOf("  @"))
            .replaceFirst("Scenario: .*", "Scenario: " + name);
  }

  static Fare lost(Fare fare) {
    return new Fare(fare.flow(), fare.station(), 10, 4, 4, 4, "connection refused");
  }

  static Verdict verdict(ScenarioResult result) {
    return result.standing() instanceof Standing.Judged(var verdict)
        ? verdict
        : new Verdict.Inconclusive("not judged: " + result.standing());
  }

  static Standing judged(Verdict verdict) {
    return new Standing.Judged(verdict);
  }

  static TagId tag(String name) {
    return TagId.parse(name);
  }

  static TagValue real(double value) {
    return new TagValue.Real((float) value);
  }
}
