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
    String bystander = fault.caughtBy().equals("pep04") ? "pep12" : "pep04";
    Rules rules = Rules.of(RelayContract.class, fault.name(), fault.caughtBy(), bystander);

    assertThat(rules.broken()).containsOnlyKeys(fault.caughtBy());
    assertThat(rules.kept()).containsExactly(bystander);
  }
}
