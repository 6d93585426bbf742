package org.bumpless.runner.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bumpless.plant.model.AssetId;
import org.bumpless.runner.run.Length;
import org.bumpless.scenario.profile.TagExpressions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of the commands that run the bench. */
final class RunOptions {
  /** Where runs go unless somebody says otherwise. */
  static final Path OUT = Path.of("runs");

  /** Names a real controller that may be written to. */
  static final String ALLOW_WRITES = "--allow-writes";

  @Mixin private SettingOptions setting = new SettingOptions();

  @Option(
      names = "--tags",
      paramLabel = "EXPR",
      defaultValue = "",
      description =
          "only scenarios that a Cucumber tag expression selects, e.g. \"@attack and not @DEC-02\"")
  private String tags = "";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "seed of everything random (default: 1)")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "where the run's folder is made (default: runs)")
  private Path out = OUT;

  private Length length = Length.ONCE;
  private ClockOption clock = new ClockOption();
  private Set<AssetId> writes = Set.of();

  @Mixin private FabricOption fabric = new FabricOption();

  /** The options as if somebody had typed them. */
  static RunOptions of(
      Path plant, Path profile, String tags, long seed, FabricOption fabric, Path out) {
    RunOptions options = new RunOptions();
    options.setting = SettingOptions.of(plant, profile);
    options.tags = tags;
    options.seed = seed;
    options.fabric = fabric;
    options.out = out;
    return options;
  }

  /** The words that somebody would type for one such run with a seed, but for its folder. */
  List<String> typed(String name, Path sut, long seed) {
    List<String> words = new ArrayList<>(List.of(name, "--sut", sut.toString()));
    words.addAll(List.of("--plant", plant().toString(), "--profile", profile().toString()));
    words.addAll(List.of("--seed", Long.toString(seed)));
    if (!tags().isEmpty()) {
      words.addAll(List.of("--tags", tags()));
    }
    if (!fabric.typed().isEmpty()) {
      words.addAll(List.of("--fabric", fabric.typed()));
    }
    if (!clock.typed().isEmpty()) {
      words.addAll(List.of("--clock", clock.typed()));
    }
    writes.stream().sorted().forEach(id -> words.addAll(List.of(ALLOW_WRITES, id.value())));
    return List.copyOf(words);
  }

  /** The same, driven for longer than one round. */
  RunOptions lasting(Length wanted) {
    length = wanted;
    return this;
  }

  /** The same, in another time. */
  RunOptions timed(ClockOption wanted) {
    clock = wanted;
    return this;
  }

  /** The same, with writes to some real controllers. */
  RunOptions allowing(Set<AssetId> controllers) {
    writes = Set.copyOf(controllers);
    return this;
  }

  /** The real controllers that somebody allows the bench to write to. */
  Set<AssetId> writes() {
    return writes;
  }

  ClockOption clock() {
    return clock;
  }

  Length length() {
    return length;
  }

  Path plant() {
    return setting.plant();
  }

  Path profile() {
    return setting.profile();
  }

  /**
   * Cucumber tag expression; empty for all.
   *
   * @throws ParameterException if it is none
   */
  String tags() {
    Optional<String> fault = TagExpressions.fault(tags);
    if (fault.isPresent() && command != null) {
      throw new ParameterException(
          command.commandLine(),
          "--tags: found \"%s\" (%s); expected a Cucumber tag expression such as \"@attack and not @DEC-02\""
              .formatted(tags, fault.get()));
    }
    return tags;
  }

  long seed() {
    return seed;
  }

  FabricOption fabric() {
    return fabric;
  }

  Path out() {
    return out;
  }
}
