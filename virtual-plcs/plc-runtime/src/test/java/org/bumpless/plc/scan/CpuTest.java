package org.bumpless.plc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bumpless.plant.engine.clock.ManualClock;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.time.Tick;
import org.bumpless.plc.cpu.Answer;
import org.bumpless.plc.cpu.Answer.Cause;
import org.bumpless.plc.cpu.Diagnostic;
import org.bumpless.plc.cpu.Load;
import org.bumpless.plc.testing.TestController;
import org.bumpless.plc.testing.TestProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Modes, key and programs; each program opens the valve as far as its text says. */
@Timeout(30)
class CpuTest {
  private static final Duration SCAN = Duration.ofMillis(10);
  private static final String VALVE = "LIC-1.valve";

  private final ManualClock clock = new ManualClock(Instant.EPOCH);
  private final TestProcess process = new TestProcess("LIC-1.level", VALVE);
  private final List<Effect> effects = new ArrayList<>();
  private final VirtualController controller =
      new VirtualController(
          TestController.named("LIC-1", SCAN),
          new Opens(program("30")),
          new Numbers(),
          process,
          effects::add,
          clock);
  private long index;

  /** A program that counts its scans; its text is how far it opens the valve. */
  private record Opens(ProgramText text) implements ControllerProgram {
    @Override
    public List<String> inputs() {
      return List.of("IN");
    }

    @Override
    public List<String> outputs() {
      return List.of("OUT");
    }

    @Override
    public ControlProgram create(List<Tag> tags) {
      return new Opening(Double.parseDouble(text.text()));
    }
  }

  private static final class Opening implements ControlProgram {
    private final double opening;
    private int scans;
    private int retained;

    Opening(double opening) {
      this.opening = opening;
    }

    @Override
    public void scan(ProgramImage image, double seconds) {
      if (image.input(0) > 90) {
        throw new ArithmeticException("line 3: division by zero");
      }
      scans++;
      retained++;
      image.output(0, opening);
      image.set(TestController.PV, 100.0 * scans + retained);
    }

    @Override
    public Map<String, Object> values(boolean all) {
      return all ? Map.of("scans", scans, "retained", retained) : Map.of("retained", retained);
    }

    @Override
    public void takeOver(Map<String, Object> values) {
      scans = (int) values.getOrDefault("scans", scans);
      retained = (int) values.getOrDefault("retained", retained);
    }
  }

  private static final class Numbers implements ProgramLanguage {
    @Override
    public String id() {
      return "numbers";
    }

    @Override
    public ControllerProgram compile(ProgramText text) throws BadProgramException {
      try {
        Double.parseDouble(text.text());
        return new Opens(text);
      } catch (NumberFormatException e) {
        throw new BadProgramException("x:1:1 is no number", e);
      }
    }
  }

  @Test
  void itBeginsInRunWithTheKeyInRemote() {
    scan();

    assertThat(controller.engineering().state().mode()).isEqualTo(OperatingMode.RUN);
    assertThat(controller.engineering().state().key()).isEqualTo(KeySwitch.REMOTE);
    assertThat(controller.engineering().state().program()).isEqualTo(program("30"));
    assertThat(process.value(VALVE)).isEqualTo(30);
  }

  @Test
  void stopLetsTheOutputsGoAndStartBeginsAnew() {
    scan();
    scan();
    assertThat(order(controller.engineering()::stop)).isEqualTo(new Answer.Done());
    assertThat(process.value(VALVE)).isZero();
    assertThat(pv()).as("stands still").isEqualTo(202);

    assertThat(order(controller.engineering()::start)).isEqualTo(new Answer.Done());

    assertThat(process.value(VALVE)).isEqualTo(30);
    assertThat(pv()).as("first scan, with what is RETAIN").isEqualTo(103);
    assertThat(changes()).containsExactly("OPERATING_MODE RUN STOP", "OPERATING_MODE STOP RUN");
  }

  @Test
  void aDownloadTakesHoldBetweenTwoScansAndItsChecksumTells() {
    scan();
    Answer answer = order(() -> controller.engineering().download(program("70"), Load.RESTART));

    assertThat(answer).isEqualTo(new Answer.Done());
    assertThat(process.value(VALVE)).isEqualTo(70);
    assertThat(pv()).isEqualTo(102);
    assertThat(controller.engineering().state().program()).isEqualTo(program("70"));
    assertThat(changes())
        .containsExactly(
            "PROGRAM_CHECKSUM " + program("30").checksum() + " " + program("70").checksum());
  }

  @Test
  void anOnlineChangeKeepsAllThatBothHave() {
    scan();
    scan();
    order(() -> controller.engineering().download(program("70"), Load.ONLINE));

    assertThat(process.value(VALVE)).isEqualTo(70);
    assertThat(pv()).isEqualTo(303);
  }

  @Test
  void withTheKeyInRunNothingIsChangedFromAfar() {
    order(() -> controller.turn(KeySwitch.RUN));
    effects.clear();

    List<Answer> answers =
        List.of(
            order(() -> controller.engineering().download(program("70"), Load.RESTART)),
            order(() -> controller.engineering().download(program("70"), Load.ONLINE)),
            order(controller.engineering()::stop),
            order(() -> controller.engineering().force("OUT", OptionalDouble.of(99))));

    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.cause()).isEqualTo(Cause.KEY)));
    assertThat(process.value(VALVE)).isEqualTo(30);
    assertThat(effects).isEmpty();
    assertThat(controller.engineering().diagnostics())
        .filteredOn(its -> its.kind() == Diagnostic.Kind.REFUSED)
        .hasSize(4);
  }

  @Test
  void inProgramItStandsAndIsLoadedAndOnlyTheKeyStartsIt() {
    scan();
    order(() -> controller.turn(KeySwitch.PROGRAM));
    assertThat(process.value(VALVE)).isZero();

    order(() -> controller.engineering().download(program("70"), Load.RESTART));
    assertThat(process.value(VALVE)).isZero();
    assertThat(order(controller.engineering()::start)).isInstanceOf(Answer.Refused.class);

    order(() -> controller.turn(KeySwitch.RUN));
    assertThat(process.value(VALVE)).isEqualTo(70);
  }

  @Test
  void theKeyStartsWhatWasStoppedFromAfarAnew() {
    scan();
    order(controller.engineering()::stop);

    order(() -> controller.turn(KeySwitch.RUN));

    assertThat(controller.engineering().state().mode()).isEqualTo(OperatingMode.RUN);
    assertThat(pv()).isEqualTo(102);
    assertThat(changes()).as("what a person does there is no effect").hasSize(1);
  }

  @Test
  void aFaultStopsItUntilItIsStartedOrLoadedAnew() {
    process.write(0, 95);
    scan();
    assertThat(controller.engineering().state().mode()).isEqualTo(OperatingMode.FAULT);
    assertThat(controller.engineering().state().fault()).isEqualTo("line 3: division by zero");
    assertThat(controller.engineering().diagnostics().getFirst().text())
        .isEqualTo("line 3: division by zero");

    process.write(0, 50);
    scan();
    assertThat(process.value(VALVE)).as("not by itself").isZero();
    order(() -> controller.engineering().download(program("40"), Load.RESTART));
    assertThat(controller.engineering().state().mode()).isEqualTo(OperatingMode.STOP);
    order(controller.engineering()::start);
    assertThat(process.value(VALVE)).isEqualTo(40);
    assertThat(controller.engineering().state().fault()).isEmpty();
  }

  @Test
  void whatIsForcedFollowsNeitherProgramNorWire() {
    order(() -> controller.engineering().force("OUT", OptionalDouble.of(99)));
    assertThat(process.value(VALVE)).isEqualTo(99);
    order(controller.engineering()::stop);
    assertThat(process.value(VALVE)).as("not even STOP lets it go").isEqualTo(99);
    assertThat(controller.engineering().state().forced()).isEqualTo("OUT at 99.0");
    order(() -> controller.engineering().force("IN", OptionalDouble.of(95)));
    order(controller.engineering()::start);
    assertThat(controller.engineering().state().mode()).isEqualTo(OperatingMode.FAULT);

    order(() -> controller.engineering().force("OUT", OptionalDouble.empty()));
    assertThat(process.value(VALVE)).isZero();
    assertThat(order(() -> controller.engineering().force("NO", OptionalDouble.of(1))))
        .isInstanceOf(Answer.Refused.class);
    assertThat(changes()).contains("FORCED  OUT at 99.0");
  }

  @Test
  void whatIsNoProgramChangesNothing() {
    Answer answer = order(() -> controller.engineering().download(program("x"), Load.RESTART));

    assertThat(answer)
        .isEqualTo(new Answer.Refused(Cause.PROGRAM, "download of p: x:1:1 is no number"));
    assertThat(effects).isEmpty();
    assertThat(controller.engineering().state().program()).isEqualTo(program("30"));
  }

  @Test
  void restoreBringsBackTheFirstProgramAndTheKey() {
    order(() -> controller.engineering().download(program("70"), Load.RESTART));
    order(() -> controller.engineering().force("OUT", OptionalDouble.of(99)));
    order(() -> controller.turn(KeySwitch.PROGRAM));

    controller.restore(new Tick(index++, SCAN.toNanos()));
    scan();

    assertThat(process.value(VALVE)).isEqualTo(30);
    assertThat(pv()).isEqualTo(101);
    assertThat(controller.engineering().state().key()).isEqualTo(KeySwitch.REMOTE);
  }

  @Test
  void whoeverAsksAControllerThatDoesNotScanIsToldSoAndItDoesNotHappenLater() {
    Answer answer = controller.engineering().stop();

    assertThat(answer).isEqualTo(new Answer.Refused(Cause.BUSY, "it has not scanned for 2000 ms"));
    scan();
    assertThat(controller.engineering().state().mode()).isEqualTo(OperatingMode.RUN);
  }

  @Test
  void scansThatBeginAWholePeriodLateAreCountedAndTheFirstOfThemIsNoted() {
    late(SCAN.toNanos());
    assertThat(controller.engineering().state().overruns()).as("late, but not that late").isZero();

    late(SCAN.toNanos() + 1);
    late(5 * SCAN.toNanos());
    late(0);
    late(2 * SCAN.toNanos());

    assertThat(controller.engineering().state().overruns()).isEqualTo(3);
    assertThat(controller.engineering().diagnostics())
        .filteredOn(its -> its.kind() == Diagnostic.Kind.OVERRUN)
        .as("one for each time that it began")
        .hasSize(2);
    assertThat(controller.engineering().state().mode()).isEqualTo(OperatingMode.RUN);
  }

  private void late(long nanos) {
    controller.scan(new Tick(index++, SCAN.toNanos()), nanos);
    controller.publish();
  }

  private static ProgramText program(String opening) {
    return new ProgramText("p", opening);
  }

  private double pv() {
    return controller.read(TestController.PV).number();
  }

  private List<String> changes() {
    return effects.stream()
        .map(its -> its.tag().name() + " " + its.before() + " " + its.after())
        .toList();
  }

  private void scan() {
    controller.scan(new Tick(index++, SCAN.toNanos()), 0);
    controller.publish();
  }

  /** Gives an order on a thread of its own, and scans once when it waits for that. */
  private Answer order(Supplier<Answer> work) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Thread engineer = Thread.ofPlatform().start(() -> answer.complete(work.get()));
    while (engineer.isAlive() && engineer.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    scan();
    return answer.orTimeout(10, TimeUnit.SECONDS).join();
  }
}
