package org.bumpless.runner.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.bumpless.plant.network.tap.PcapngFile;
import org.bumpless.plant.network.tap.Tap;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.runner.MissingException;
import org.bumpless.scenario.bench.Capture;
import org.bumpless.scenario.bench.Evidence;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.jspecify.annotations.Nullable;

/** Keeps a capture file for each scenario, with the history's entries as comments on the frames. */
public final class WireEvidence implements Evidence {
  private static final String FOLDER = "evidence";
  private static final long BYTES_MAX = 16L << 20;
  private static final int NAME_MAX = 60;

  private final Wire wire;
  private final Path runFolder;
  private final NanoClock clock;
  private final String product;
  private int number;
  private volatile @Nullable Kept kept;

  /**
   * @param history what comes to it from now on is noted
   * @param product its name, for people
   */
  public WireEvidence(Wire wire, Path runFolder, NanoClock clock, History history, String product) {
    this.wire = wire;
    this.runFolder = runFolder;
    this.clock = clock;
    this.product = product;
    history.follow(this::note);
  }

  /**
   * What is being kept.
   *
   * @param epochMinusNanos what turns the bench's clock into the kernel's
   * @param before counts of the tap at its begin
   */
  private record Kept(
      ScenarioCapture capture, String file, long epochMinusNanos, Tap.Counts before) {}

  @Override
  public void begin(String scenario) {
    number++;
    String file = "%s/%02d-%s.pcapng".formatted(FOLDER, number, slug(scenario));
    try {
      Files.createDirectories(runFolder.resolve(FOLDER));
      Files.deleteIfExists(runFolder.resolve(file)); // of an earlier round
      ScenarioCapture capture =
          new ScenarioCapture(
              PcapngFile.create(
                  runFolder.resolve(file),
                  "%s, with %s in the plant's conduits".formatted(scenario, product),
                  wire.legs()),
              BYTES_MAX);
      kept = new Kept(capture, file, epochNanos() - clock.nanos(), wire.counts());
      wire.listen(capture);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  @Override
  public void again() {
    number = 0;
  }

  private void note(Entry entry) {
    Kept now = kept;
    if (now != null) {
      Notes.of(entry)
          .ifPresent(text -> now.capture().note(entry.nanos() + now.epochMinusNanos(), text));
    }
  }

  @Override
  public Optional<Capture> end() throws InterruptedException {
    Kept ended = kept;
    if (ended == null) {
      return Optional.empty();
    }
    kept = null;
    try (ScenarioCapture capture = ended.capture()) {
      settle(capture);
      Tap.Counts counts = since(ended.before());
      capture.finish(epochNanos(), counts);
      return Optional.of(
          new Capture(ended.file(), capture.frames(), counts.dropped(), capture.leftOut()));
    } catch (IOException e) {
      throw unwritable(ended.file(), e);
    }
  }

  private void settle(ScenarioCapture capture) throws InterruptedException {
    try {
      wire.settle().ifPresent(lack -> capture.note(epochNanos(), lack + ": frames are missing"));
    } finally {
      wire.leave(capture);
    }
  }

  private Tap.Counts since(Tap.Counts before) {
    Tap.Counts now = wire.counts();
    return new Tap.Counts(now.seen() - before.seen(), now.dropped() - before.dropped());
  }

  private MissingException unwritable(String file, IOException e) {
    return new MissingException(
        "%s cannot be written (%s); make room there or choose another folder with --out"
            .formatted(runFolder.resolve(file), e.getMessage()),
        e);
  }

  private long epochNanos() {
    return EpochNanos.of(clock.instant());
  }

  private static String slug(String scenario) {
    String slug = scenario.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return slug.substring(0, Math.min(slug.length(), NAME_MAX)).replaceAll("^-|-$", "");
  }
}
