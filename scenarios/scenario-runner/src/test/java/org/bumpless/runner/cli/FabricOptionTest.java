package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class FabricOptionTest {
  @ParameterizedTest(name = "typed {0}, the earlier run had {1}: {2}")
  @CsvSource({
    "auto, loopback, loopback",
    "auto, netns, netns",
    "auto, of a later version, ''",
    "loopback, netns, loopback",
    "netns, loopback, netns",
  })
  void aReplayTakesTheNetworkOfTheRunUnlessToldOtherwise(
      String typed, String earlier, String taken) {
    assertThat(parsed("--fabric", typed).or(earlier).typed()).isEqualTo(taken);
  }

  @Test
  void whatIsNotTypedIsNotRepeated() {
    assertThat(parsed().typed()).isEmpty();
  }

  private static FabricOption parsed(String... words) {
    Holder holder = new Holder();
    new CommandLine(holder).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(words);
    return holder.fabric;
  }

  @Command
  private static final class Holder {
    @Mixin private FabricOption fabric = new FabricOption();
  }
}
