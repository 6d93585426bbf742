package org.bumpless.plc.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bumpless.plant.engine.clock.ManualClock;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.time.Tick;
import org.bumpless.plc.protocol.LiveTags.Change;
import org.bumpless.plc.testing.TestController;
import org.bumpless.plc.testing.TestProcess;
import org.bumpless.plc.testing.TestProgram;
import org.junit.jupiter.api.Test;

class VirtualControllerTest {
  private static final Duration SCAN = Duration.ofMillis(10);
  private static final int QUEUE = 256;

  private final ManualClock clock = new ManualClock(Instant.EPOCH);
  private final TestProcess process = new TestProcess("LIC-1.level", "LIC-1.valve");
  private final List<Effect> effects = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();
  private long index;

  @Test
  void showsInitialValuesBeforeTheFirstScan() {
    VirtualController controller = controller((image, seconds) -> {});

    assertThat(controller.read(TestController.SP)).isEqualTo(real(50));
    assertThat(controller.read(TestController.MODE)).isEqualTo(new TagValue.Int((short) 1));
    assertThat(controller.read(TestController.ESD)).isEqualTo(new TagValue.Bool(false));
  }

  @Test
  void latchesInputsRunsTheProgramAndThenWritesOutputs() {
    process.write(0, 42);
    VirtualController controller =
        controller(
            (image, seconds) -> {
              seen.add("program " + image.input(0) + " " + seconds);
              process.write(0, 99);
              seen.add("latched " + image.input(0));
              image.output(0, image.input(0) / 2);
              seen.add("field " + process.value("LIC-1.valve"));
            });

    scan(controller);

    assertThat(seen).containsExactly("program 42.0 0.01", "latched 42.0", "field 0.0");
    assertThat(process.value("LIC-1.valve")).isEqualTo(21);
    assertThat(process.diary())
        .containsExactly(
            "write LIC-1.level 42.0",
            "read LIC-1.level",
            "write LIC-1.level 99.0",
            "write LIC-1.valve 21.0");
  }

  @Test
  void aWriteTakesHoldInTheNextScanOnceAndTheProgramSeesIt() {
    VirtualController controller =
        controller((image, seconds) -> seen.add("SP " + image.get(TestController.SP)));
    clock.advance(Duration.ofMillis(7));

    assertThat(controller.offer(List.of(set(62)))).isTrue();
    assertThat(controller.read(TestController.SP)).as("before the scan").isEqualTo(real(50));
    assertThat(effects).isEmpty();

    scan(controller);
    scan(controller);

    assertThat(seen).containsExactly("SP 62.0", "SP 62.0");
    assertThat(controller.read(TestController.SP)).isEqualTo(real(62));
    assertThat(effects)
        .containsExactly(
            new Effect(
                7_000_000,
                new Tick(0, SCAN.toNanos()),
                controller.tags().get(TestController.SP).id(),
                real(50),
                real(62)));
  }

  @Test
  void theSameValueWrittenAgainIsAnEffectToo() {
    VirtualController controller = controller((image, seconds) -> {});
    controller.offer(List.of(set(50)));
    controller.offer(List.of(set(50)));

    scan(controller);

    assertThat(effects)
        .extracting(Effect::before, Effect::after)
        .hasSize(2)
        .allSatisfy(t -> assertThat(t.toList()).containsExactly(real(50), real(50)));
  }

  @Test
  void changesOfOneWriteAreAppliedTogetherAndInOrder() {
    VirtualController controller = controller((image, seconds) -> {});
    controller.offer(
        List.of(set(60), new Change.Set(TestController.ESD, new TagValue.Bool(true)), set(61)));

    scan(controller);

    assertThat(effects)
        .extracting(e -> e.tag().name() + " " + e.after())
        .containsExactly("SP 60.0", "ESD true", "SP 61.0");
  }

  @Test
  void wordsAreReplacedAndMaskedInPlace() {
    VirtualController controller = controller((image, seconds) -> {});
    int mode = TestController.MODE;
    controller.offer(List.of(new Change.Set(mode, new TagValue.Int((short) 0x1234))));
    controller.offer(List.of(new Change.MaskWord(mode, 0, 0x00F2, 0x0025)));
    controller.offer(List.of(new Change.SetWord(TestController.SP, 0, 0x4270)));

    scan(controller);

    assertThat(effects.get(1).after())
        .as("(0x1234 & 0xF2) | (0x25 & ~0xF2), as Modbus has it")
        .isEqualTo(new TagValue.Int((short) ((0x1234 & 0xF2) | (0x25 & ~0xF2))));
    assertThat(effects.get(2).after()).as("high word of 60.0").isEqualTo(real(60));
  }

  @Test
  void theMaskWorksOnTheValueOfTheScanNotOnTheOneThatWasRead() {
    VirtualController controller = controller((image, seconds) -> {});
    int mode = TestController.MODE;
    controller.offer(List.of(new Change.MaskWord(mode, 0, 0xFFFF, 0)));
    controller.offer(List.of(new Change.Set(mode, new TagValue.Int((short) 7))));
    controller.offer(List.of(new Change.MaskWord(mode, 0, 0xFFFE, 0)));

    scan(controller);

    assertThat(controller.read(mode)).isEqualTo(new TagValue.Int((short) 6));
  }

  @Test
  void aReadOnlyTagAndAnotherTypeAreRefusedAndNothingIsQueued() {
    VirtualController controller = controller((image, seconds) -> {});

    assertThatThrownBy(
            () -> controller.offer(List.of(set(60), new Change.Set(TestController.PV, real(1)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("LIC-1.PV cannot be written");
    assertThatThrownBy(
            () -> controller.offer(List.of(new Change.Set(TestController.MODE, real(1.5)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("LIC-1.MODE is INT and cannot take REAL 1.5");

    scan(controller);
    assertThat(effects).isEmpty();
  }

  @Test
  void aFullQueueRefusesAndLosesNothingThatItTook() {
    VirtualController controller = controller((image, seconds) -> {});
    for (int i = 0; i < QUEUE; i++) {
      assertThat(controller.offer(List.of(set(i)))).as("write %d", i).isTrue();
    }
    assertThat(controller.offer(List.of(set(999)))).as("busy").isFalse();

    scan(controller);

    assertThat(effects).hasSize(QUEUE);
    assertThat(controller.read(TestController.SP)).isEqualTo(real(QUEUE - 1));
    assertThat(controller.offer(List.of(set(999)))).as("free again").isTrue();
  }

  @Test
  void whoWritesWhileTheScanAppliesWritesCannotHoldItUp() {
    List<VirtualController> itself = new ArrayList<>();
    VirtualController controller =
        new VirtualController(
            TestController.named("LIC-1", SCAN),
            new TestProgram((image, seconds) -> seen.add("program")),
            TestProgram.NO_LANGUAGE,
            process,
            effect -> {
              effects.add(effect);
              itself.getFirst().offer(List.of(set(1)));
            },
            clock);
    itself.add(controller);
    controller.offer(List.of(set(0)));

    scan(controller);
    assertThat(effects).hasSize(1);
    scan(controller);
    assertThat(effects).hasSize(2);
    assertThat(seen).containsExactly("program", "program");
  }

  @Test
  void aProgramThatThrowsIsFaultedAndItsOutputsGoToZero() {
    VirtualController controller =
        controller(
            (image, seconds) -> {
              image.output(0, 77);
              if (image.get(TestController.ESD) != 0) {
                throw new ArithmeticException("division by zero");
              }
            });
    scan(controller);
    assertThat(process.value("LIC-1.valve")).isEqualTo(77);

    controller.offer(List.of(new Change.Set(TestController.ESD, new TagValue.Bool(true))));
    scan(controller);

    assertThat(controller.engineering().state().mode()).isEqualTo(OperatingMode.FAULT);
    assertThat(process.value("LIC-1.valve")).isZero();

    controller.offer(List.of(set(70)));
    scan(controller);
    assertThat(controller.read(TestController.SP)).as("it still serves").isEqualTo(real(70));
  }

  @Test
  void aProgramThatSetsWhatATagCannotHoldIsFaulted() {
    VirtualController controller =
        controller((image, seconds) -> image.set(TestController.MODE, 0.5));

    scan(controller);

    assertThat(controller.engineering().state().mode()).isEqualTo(OperatingMode.FAULT);
    assertThat(controller.read(TestController.MODE)).isEqualTo(new TagValue.Int((short) 1));
  }

  @Test
  void restoreBringsBackTagsAndProgramWithoutEffects() {
    TestProgram program =
        new TestProgram(
            (image, seconds) -> {
              throw new IllegalStateException("broken");
            });
    VirtualController controller =
        new VirtualController(
            TestController.named("LIC-1", SCAN),
            program,
            TestProgram.NO_LANGUAGE,
            process,
            effects::add,
            clock);
    controller.offer(List.of(set(62)));
    scan(controller);
    effects.clear();

    controller.restore(new Tick(1, SCAN.toNanos()));

    assertThat(controller.read(TestController.SP)).isEqualTo(real(50));
    assertThat(controller.engineering().state().mode()).isEqualTo(OperatingMode.RUN);
    assertThat(program.made()).hasValue(2);
    assertThat(effects).isEmpty();
  }

  @Test
  void aWriteThatWaitsWhenThePlantIsRestoredIsSeenAndThenUndone() {
    VirtualController controller = controller((image, seconds) -> {});
    controller.offer(List.of(set(93)));

    controller.restore(new Tick(5, SCAN.toNanos()));
    scan(controller);

    assertThat(effects).extracting(Effect::after).containsExactly(real(93));
    assertThat(controller.read(TestController.SP)).isEqualTo(real(50));
  }

  @Test
  void aProgramWhoseWiresAreMissingIsRefused() {
    assertThatThrownBy(
            () ->
                new VirtualController(
                    TestController.named("LIC-1", SCAN, Map.of("IN", "LIC-1.level")),
                    new TestProgram((image, seconds) -> {}),
                    TestProgram.NO_LANGUAGE,
                    process,
                    effects::add,
                    clock))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("LIC-1: program test needs a signal for OUT; its io has [IN]");
    assertThatThrownBy(
            () ->
                new VirtualController(
                    TestController.named("LIC-1", SCAN, Map.of("IN", "x", "OUT", "y")),
                    new TestProgram((image, seconds) -> {}),
                    TestProgram.NO_LANGUAGE,
                    process,
                    effects::add,
                    clock))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no signal x; known are");
  }

  private VirtualController controller(ControlProgram program) {
    return new VirtualController(
        TestController.named("LIC-1", SCAN),
        new TestProgram(program),
        TestProgram.NO_LANGUAGE,
        process,
        effects::add,
        clock);
  }

  private void scan(VirtualController controller) {
    controller.scan(new Tick(index++, SCAN.toNanos()), 0);
    controller.publish();
  }

  private static Change set(double value) {
    return new Change.Set(TestController.SP, real(value));
  }

  private static TagValue real(double value) {
    return new TagValue.Real((float) value);
  }
}
