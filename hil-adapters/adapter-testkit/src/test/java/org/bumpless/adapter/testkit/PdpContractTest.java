package org.bumpless.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PdpContractTest {
  private static final int RULES = 9;

  @Test
  void aDecisionPointWithOneRuleKeepsTheContract() {
    Rules rules = Rules.of(OneRuleContract.class, "");

    assertThat(rules.broken()).isEmpty();
    assertThat(rules.skipped()).isEmpty();
    assertThat(rules.kept()).hasSize(RULES);
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenDecisionPointIsCaughtByTheRuleThatItBreaks(OneRulePdp.Fault fault) {
    Rules rules = Rules.of(OneRuleContract.class, fault.name());

    assertThat(rules.broken()).containsKey(fault.caughtBy());
    assertThat(rules.kept()).as("rules that hold; broken are %s", rules.broken()).isNotEmpty();
  }
}
