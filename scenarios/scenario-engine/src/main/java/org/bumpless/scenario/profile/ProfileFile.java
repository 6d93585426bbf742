package org.bumpless.scenario.profile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.DocumentSchema;
import org.bumpless.plant.file.Problems;
import org.bumpless.plant.file.Section;
import org.bumpless.plant.file.Unusable;
import org.bumpless.plant.file.YamlFile;
import org.bumpless.scenario.requirement.Requirement;
import org.bumpless.scenario.timing.LatencyPlan;

/** The file that describes a profile: shape by {@code profile.schema.json}. */
public final class ProfileFile {
  private static final DocumentSchema SCHEMA =
      DocumentSchema.ofResource(ProfileFile.class, "profile.schema.json");

  private static final Duration PER_ARM_MAX = Duration.ofHours(1);
  private static final Duration BLOCK_MIN = Duration.ofMillis(10);

  private ProfileFile() {}

  /**
   * Reads a profile.
   *
   * @throws BadFileException with all that is wrong, if anything is
   */
  public static Profile read(Path file) throws BadFileException {
    return parse(file.toString(), YamlFile.bytes(file));
  }

  /**
   * Reads a profile that is in memory.
   *
   * @param name what messages call the file
   * @throws BadFileException with all that is wrong, if anything is
   */
  public static Profile parse(String name, byte[] content) throws BadFileException {
    Problems problems = new Problems(name);
    Section root = YamlFile.open(content, SCHEMA, problems);
    try {
      Profile profile = profile(root);
      problems.throwIfAny();
      return profile;
    } catch (Unusable _) {
      throw problems.exception();
    }
  }

  private static Profile profile(Section root) throws Unusable {
    root.probe(ProfileFile::tags, ProfileFile::maxDuration);
    LatencyPlan latency = latency(root.section("latency"));
    Duration maxDuration = maxDuration(root);
    if (latency.total().compareTo(maxDuration) >= 0) {
      throw root.refuse(
          "maxDuration",
          root.text("maxDuration"),
          "more than the "
              + latency.total().toSeconds()
              + " s that latency alone takes over all its arms");
    }
    return new Profile(
        root.text("id"),
        root.text("title"),
        tags(root),
        Set.copyOf(
            root.choices("needs", Requirement.Level.class, l -> l.name().toLowerCase(Locale.ROOT))),
        maxDuration,
        latency);
  }

  private static Duration maxDuration(Section root) throws Unusable {
    return root.positive("maxDuration");
  }

  private static String tags(Section root) throws Unusable {
    String tags = root.has("tags") ? root.text("tags") : "";
    Optional<String> fault = TagExpressions.fault(tags);
    if (fault.isPresent()) {
      throw root.refuse(
          "tags", "\"" + tags + "\"", "a Cucumber tag expression (" + fault.get() + ")");
    }
    return tags;
  }

  private static LatencyPlan latency(Section section) throws Unusable {
    section.probe(s -> s.positive("perArm"), s -> s.positive("block"));
    Duration perArm = section.positive("perArm");
    Duration block = section.positive("block");
    if (perArm.compareTo(PER_ARM_MAX) > 0) {
      throw section.refuse("perArm", section.text("perArm"), "1 h at most");
    }
    if (block.compareTo(BLOCK_MIN) < 0) {
      throw section.refuse("block", section.text("block"), "10 ms or more");
    }
    if (block.compareTo(perArm) > 0 || perArm.toNanos() % block.toNanos() != 0) {
      throw section.refuse(
          "block", section.text("block"), "a whole part of perArm, " + section.text("perArm"));
    }
    int rateHz = section.whole("rateHz");
    if (block.toNanos() * rateHz < 1_000_000_000L) {
      throw section.refuse("rateHz", rateHz + " per second", "at least one request in each block");
    }
    return new LatencyPlan(perArm, block, rateHz);
  }
}
