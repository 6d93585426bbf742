package org.bumpless.runner.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In what a product is tried: the plant, and the profile that holds the rules of measurement. */
final class SettingOptions {
  @Option(
      names = "--plant",
      paramLabel = "FILE",
      description = "plant file (default: the tank farm)")
  private @Nullable Path plant;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "profile file (default: the standard profile)")
  private @Nullable Path profile;

  /** The options as if somebody had typed them. */
  static SettingOptions of(Path plant, Path profile) {
    SettingOptions options = new SettingOptions();
    options.plant = plant;
    options.profile = profile;
    return options;
  }

  Path plant() {
    return Optional.ofNullable(plant).orElse(Shipped.file("scenarios/plants/tank-farm.yaml"));
  }

  Path profile() {
    return Optional.ofNullable(profile).orElse(Shipped.file("scenarios/profiles/standard.yaml"));
  }
}
