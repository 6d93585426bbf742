package org.bumpless.plant.engine.servo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bumpless.plant.engine.unit.FirstUnit.command;
import static org.bumpless.plant.engine.unit.FirstUnit.everything;
import static org.bumpless.plant.engine.unit.FirstUnit.measured;
import static org.bumpless.plant.engine.unit.FirstUnit.truth;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.cost.Allocation;
import org.bumpless.plant.engine.unit.FirstUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServoAxisTest {
  private static final double MM_PER_RAD = 10 / (2 * Math.PI);
  private static final Map<String, Double> PATIENT = Map.of("followingErrorMaxMm", 100.0);

  private static ProcessModel axis(long seed, Map<String, Double> parameters, String... names) {
    return FirstUnit.of(
        "servo-axis", seed, parameters, names.length == 0 ? new String[] {"AX-1"} : names);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void delayInTheTorquePathMakesTheSlideLagBehindUntilTheDriveStops(boolean sine) {
    double[] delaysMs = {0, 0.5, 1, 2, 5};
    double[] worst = new double[delaysMs.length];
    double[] stopped = new double[delaysMs.length];
    for (int i = 0; i < delaysMs.length; i++) {
      CascadeLoop loop = new CascadeLoop(axis(1, Map.of()), delaysMs[i], sine);
      stopped[i] = loop.run(10);
      worst[i] = loop.worstMm();
      System.out.printf(
          "servo, %s, %.1f ms of delay: following error %.4f mm, stopped after %.3f s%n",
          sine ? "sine" : "trapezoid", delaysMs[i], worst[i], stopped[i]);
    }
    assertThat(worst).isSorted();
    assertThat(worst[0]).isLessThan(0.05);
    assertThat(worst[3]).isBetween(1.5 * worst[0], 0.1);
    assertThat(stopped[3]).isInfinite();
    assertThat(stopped[4]).isLessThan(10);
  }

  @Test
  void underConstantTorqueTheSlideMovesAsTheClosedSolutionSays() {
    ProcessModel model =
        axis(1, Map.of("followingErrorMaxMm", 100.0, "currentLoopS", 5e-5, "torqueMaxNm", 1.0));
    command(model, "torque", 1);
    model.step(0.01);
    double before = truth(model, "velocity") / MM_PER_RAD;
    double at = truth(model, "position") / MM_PER_RAD;
    double torque = truth(model, "motorTorque");
    model.step(0.05);
    double memory = 0.001 / 0.005;
    double end = torque / 0.005;
    double kept = Math.exp(-0.05 / memory);
    assertThat(truth(model, "velocity") / MM_PER_RAD)
        .isCloseTo(end + (before - end) * kept, within(1e-9));
    assertThat(truth(model, "position") / MM_PER_RAD)
        .isCloseTo(at + end * 0.05 + (before - end) * memory * (1 - kept), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 20_250_104})
  void theTorquesWorkIsKineticEnergyOrFriction(long seed) {
    System.out.println("servo energy balance: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    ProcessModel model = axis(seed, PATIENT);
    double work = 0;
    double friction = 0;
    double speed = 0;
    for (int i = 0; i < 20_000; i++) {
      if (i % 10 == 0) {
        double back = -0.02 * truth(model, "position");
        command(model, "torque", back + random.nextDouble(-2, 2));
      }
      double at = truth(model, "position");
      model.step(1e-4);
      double turned = (truth(model, "position") - at) / MM_PER_RAD;
      double after = truth(model, "velocity") / MM_PER_RAD;
      work += truth(model, "motorTorque") * turned;
      friction += 0.005 * (speed * speed + speed * after + after * after) / 3 * 1e-4;
      speed = after;
    }
    assertThat(truth(model, "endStop")).isZero();
    assertThat(truth(model, "driveFault")).isZero();
    assertThat(work - friction).isCloseTo(0.001 / 2 * speed * speed, within(1e-6 + 1e-6 * work));
  }

  @Test
  void torqueIsLimitedToWhatTheMotorCanGive() {
    ProcessModel model = axis(1, PATIENT);
    command(model, "torque", 1e6);
    model.step(0.02);
    assertThat(truth(model, "motorTorque")).isCloseTo(10, within(1e-9));
  }

  @Test
  void aRunawayEndsAtTheStopAndTheHitIsKept() {
    ProcessModel model = axis(1, Map.of("followingErrorMaxMm", 100.0, "travelMm", 60.0));
    command(model, "torque", 10);
    model.step(1);
    assertThat(truth(model, "position")).isEqualTo(60);
    assertThat(truth(model, "endStop")).isEqualTo(1);
    assertThat(truth(model, "velocity")).isZero();
    assertThat(truth(model, "impactSpeed")).isGreaterThan(500);
    command(model, "torque", -1);
    model.step(0.1);
    assertThat(truth(model, "endStop")).isZero();
    assertThat(truth(model, "impactSpeed")).isGreaterThan(500);
  }

  @Test
  void theDriveStopsAtTheFollowingErrorStaysStoppedAndIsAcknowledgedByOffAndOn() {
    ProcessModel model = axis(1, Map.of("followingErrorMaxMm", 2.0));
    command(model, "reference", 2);
    model.step(0.001);
    assertThat(truth(model, "driveFault")).isZero();
    command(model, "torque", 10);
    command(model, "reference", 2.1);
    model.step(0.001);
    assertThat(truth(model, "driveFault")).isEqualTo(1);
    command(model, "reference", 0);
    model.step(0.01);
    assertThat(truth(model, "driveReady")).isZero();
    assertThat(truth(model, "motorTorque")).isCloseTo(0, within(1e-6));
    assertThat(truth(model, "velocity")).isZero();
    command(model, "enable", 0);
    model.step(0.001);
    assertThat(truth(model, "driveFault")).isEqualTo(1);
    command(model, "enable", 1);
    model.step(0.001);
    assertThat(truth(model, "driveReady")).isEqualTo(1);
  }

  @Test
  void theBrakeHoldsALoadThatIsLighterThanItAndSlipsUnderAHeavierOne() {
    ProcessModel model = axis(1, PATIENT);
    command(model, "enable", 0);
    command(model, "loadTorque", 4.9);
    model.step(1);
    assertThat(truth(model, "position")).isZero();
    command(model, "loadTorque", 5.2);
    model.step(0.1);
    assertThat(truth(model, "position")).isNegative();
  }

  @Test
  void aGuideThatBindsStopsTheSlide() {
    ProcessModel model = axis(1, PATIENT);
    command(model, "torque", 1);
    model.step(0.1);
    command(model, "dryFriction", 3);
    model.step(0.5);
    assertThat(truth(model, "velocity")).isZero();
    double at = truth(model, "position");
    model.step(0.5);
    assertThat(truth(model, "position")).isEqualTo(at);
  }

  @Test
  void theEncoderShowsWholeStepsWithItsNoise() {
    ProcessModel model = axis(1, Map.of("encoderNoiseMm", 0.01));
    double squares = 0;
    for (int i = 0; i < 20_000; i++) {
      model.step(1e-4);
      double shown = measured(model, "position");
      assertThat(shown / 0.001).isCloseTo(Math.rint(shown / 0.001), within(1e-9));
      squares += shown * shown;
    }
    assertThat(Math.sqrt(squares / 20_000)).isCloseTo(0.01, within(0.0005));
  }

  @Test
  void theResultDoesNotDependOnHowTimeIsCut() {
    ProcessModel fine = axis(9, PATIENT);
    ProcessModel coarse = axis(9, PATIENT);
    ProcessModel odd = axis(9, PATIENT);
    for (ProcessModel model : List.of(fine, coarse, odd)) {
      command(model, "torque", 0.01);
      command(model, "loadTorque", 0.003);
    }
    for (int i = 0; i < 1_000; i++) {
      fine.step(0.01);
    }
    for (int i = 0; i < 10; i++) {
      coarse.step(1);
    }
    for (int i = 0; i < 28_571; i++) {
      odd.step(0.000_35);
    }
    odd.step(0.000_15);
    assertThat(everything(fine)).isEqualTo(everything(coarse)).isEqualTo(everything(odd));
  }

  @Test
  void aRestoredProcessGoesOnExactlyAsItDid() {
    ProcessModel model = axis(5, PATIENT, "AX-0", "AX-1");
    command(model, "torque", 0.3);
    model.step(0.100_03);
    ProcessModel.Snapshot snapshot = model.snapshot();
    model.step(0.200_09);
    double[] first = everything(model);
    for (Signal signal : model.signals()) {
      if (signal.direction() != Signal.Direction.MEASURED) {
        model.command(model.index(signal.name()), 0.4);
      }
    }
    command(model, "reference", Double.NaN);
    model.step(1);
    model.restore(snapshot);
    model.step(0.200_09);
    assertThat(everything(model)).isEqualTo(first);
    assertThatThrownBy(() -> axis(5, PATIENT).restore(snapshot))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected one of this process");
  }

  @Test
  void whatIsNoNumberStopsTheDrive() {
    for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      ProcessModel model = axis(1, Map.of());
      command(model, "torque", 1);
      command(model, "torque", bad);
      assertThat(truth(model, "torque")).isZero();
      command(model, "reference", bad);
      assertThat(truth(model, "driveFault")).isEqualTo(1);
      command(model, "enable", bad);
      assertThat(truth(model, "enable")).isZero();
      command(model, "loadTorque", bad);
      assertThat(truth(model, "loadTorque")).isZero();
    }
  }

  @Test
  void aStepAllocatesNothing() {
    ProcessModel model = axis(1, Map.of(), "AX-1", "AX-2");
    model.step(5);
    assertThat(Allocation.bytesEachTime(() -> model.step(1))).isZero();
  }

  @Test
  void limitsNameSignalsThatThereAre() {
    ProcessModel model = axis(1, Map.of());
    for (Limit limit : model.limits()) {
      assertThat(limit.margin(model.truth(model.index(limit.signal())))).isPositive();
    }
    assertThatThrownBy(() -> command(model, "position", 1)).hasMessageContaining("is measured");
    assertThatThrownBy(() -> model.step(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
