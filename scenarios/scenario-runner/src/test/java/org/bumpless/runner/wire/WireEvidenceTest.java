package org.bumpless.runner.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bumpless.plant.engine.clock.JumpingClock;
import org.bumpless.plant.network.tap.Frame;
import org.bumpless.plant.network.tap.FrameSink;
import org.bumpless.plant.network.tap.PcapngFile;
import org.bumpless.plant.network.tap.Tap;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.bench.Capture;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a scenario, with a tap that tells what the test wants. */
class WireEvidenceTest {
  @TempDir private Path folder;

  private final JumpingClock clock = new JumpingClock(Instant.parse("2026-01-01T08:00:00Z"));
  private final List<FrameSink> listeners = new CopyOnWriteArrayList<>();
  private final FakeTap tap = new FakeTap();
  private final History history = new History(entry -> {});
  private WireEvidence evidence;

  @BeforeEach
  void keep() {
    evidence =
        new WireEvidence(new Wire(listeners, tap, clock), folder, clock, history, "a product");
  }

  @Test
  void keepsTheFramesOfAScenarioInAFileOfItsName() throws Exception {
    evidence.begin("A write as split in header");
    pass("one");
    pass("two");
    tap.dropped = 3;

    Capture capture = evidence.end().orElseThrow();

    assertThat(capture)
        .isEqualTo(new Capture("evidence/01-a-write-as-split-in-header.pcapng", 2, 3, 0));
    assertThat(text(capture))
        .contains("A write as split in header, with a product", "one", "two", "site");
  }

  @Test
  void framesOfOtherTimesAreNotKept() throws Exception {
    pass("too early");
    evidence.begin("One");
    pass("in time");
    Capture first = evidence.end().orElseThrow();
    pass("too late");
    evidence.begin("Two");
    Capture second = evidence.end().orElseThrow();

    assertThat(text(first)).contains("in time").doesNotContain("too early", "too late");
    assertThat(first.frames()).isEqualTo(1);
    assertThat(second).isEqualTo(new Capture("evidence/02-two.pcapng", 0, 0, 0));
    assertThat(text(second)).doesNotContain("too late");
    assertThat(listeners).isEmpty();
  }

  @Test
  void whatIsNotedStandsOnTheNextFrame() throws Exception {
    evidence.begin("One");
    pass("before");
    clock.await(Duration.ofMillis(5));
    mark("When Anna tries to set LIC-303.SP to 88 %");
    clock.await(Duration.ofMillis(5));
    pass("after");

    String text = text(evidence.end().orElseThrow());

    assertThat(text.indexOf("before")).isPositive();
    assertThat(text.indexOf("When Anna")).isGreaterThan(text.indexOf("after"));
  }

  @Test
  void whatIsNotedLastIsNotLost() throws Exception {
    evidence.begin("One");
    pass("frame");
    mark("Then LIC-303.SP has not changed");

    assertThat(text(evidence.end().orElseThrow())).contains("Then LIC-303.SP has not changed");
  }

  @Test
  void saysSoWhenTheTapHasFailed() throws Exception {
    tap.settles = false;
    evidence.begin("One");

    assertThat(text(evidence.end().orElseThrow())).contains("frames are missing");
  }

  @Test
  void withoutABeginThereIsNoEnd() throws Exception {
    assertThat(evidence.end()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void namesThatNoFileCouldHaveAreMadeFit() throws Exception {
    evidence.begin("../\"Ärger\" / " + "x".repeat(300));

    String file = evidence.end().orElseThrow().file();

    assertThat(file).startsWith("evidence/01-rger-x").endsWith("x.pcapng").hasSizeLessThan(90);
    assertThat(folder.resolve(file)).exists();
  }

  @Test
  void framesBeyondTheLimitAreCountedAndLeftOut() throws Exception {
    Path file = folder.resolve("small.pcapng");
    try (ScenarioCapture capture =
        new ScenarioCapture(PcapngFile.create(file, "about", tap.legs()), 2_000)) {
      for (int i = 0; i < 100; i++) {
        capture.frame(frame("0123456789".repeat(10)));
      }
      capture.finish(1, new Tap.Counts(100, 0));

      assertThat(capture.frames()).isBetween(5L, 20L);
      assertThat(capture.frames() + capture.leftOut()).isEqualTo(100);
    }
    assertThat(Files.size(file)).isLessThan(3_000);
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .contains("frames more are left out");
  }

  private void mark(String text) {
    history.append(new Entry.Mark(clock.nanos(), Entry.Mark.Kind.STEP, text));
  }

  private void pass(String text) {
    listeners.forEach(listener -> listener.frame(frame(text)));
  }

  private Frame frame(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    return new Frame(EpochNanos.of(clock.instant()), 0, true, bytes.remaining(), bytes);
  }

  private String text(Capture capture) throws Exception {
    return Files.readString(folder.resolve(capture.file()), StandardCharsets.ISO_8859_1);
  }

  private static final class FakeTap implements Tap {
    private long dropped;
    private boolean settles = true;

    @Override
    public List<Leg> legs() {
      return List.of(new Leg("site", "10.3.0.0/16"));
    }

    @Override
    public boolean settle(NanoClock clock) {
      return settles;
    }

    @Override
    public Counts counts() {
      return new Counts(0, dropped);
    }

    @Override
    public Optional<String> failure() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
