package org.bumpless.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PepContractIT {
  private static final int RULES = 12;

  @Test
  void aProductThatDoesNothingKeepsAllRules() {
    Rules rules = Rules.of(RelayContract.class, "");

    assertThat(rules.broken()).isEmpty();
    assertThat(rules.skipped()).isEmpty();
    assertThat(rules.kept()).hasSize(RULES);
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenProductIsCaughtByTheRuleThatItBreaks(RelayPep.Fault fault) {
    Rules rules = Rules.of(RelayContract.class, fault.name());

    assertThat(rules.broken()).containsKey(fault.caughtBy());
    assertThat(rules.kept()).as("rules that hold; broken are %s", rules.broken()).isNotEmpty();
  }
}
