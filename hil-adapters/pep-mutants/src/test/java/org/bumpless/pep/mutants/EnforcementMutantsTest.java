package org.bumpless.pep.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bumpless.pep.mutants.Wire.MASK_WRITE;
import static org.bumpless.pep.mutants.Wire.READ;
import static org.bumpless.pep.mutants.Wire.READ_WRITE;
import static org.bumpless.pep.mutants.Wire.WRITE_COIL;
import static org.bumpless.pep.mutants.Wire.WRITE_COILS;
import static org.bumpless.pep.mutants.Wire.WRITE_REGISTER;
import static org.bumpless.pep.mutants.Wire.WRITE_REGISTERS;
import static org.bumpless.pep.mutants.Wire.hex;
import static org.bumpless.pep.mutants.Wire.join;
import static org.bumpless.pep.mutants.Wire.through;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.bumpless.plant.model.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mutants whose fault lies in what they do with messages: the fault is there, and nowhere else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnforcementMutantsTest {
  private static final List<byte[]> WRITES =
      List.of(WRITE_COIL, WRITE_REGISTER, WRITE_COILS, WRITE_REGISTERS, MASK_WRITE, READ_WRITE);
  private static final int READ_SERVICE = 631;
  private static final int WRITE_SERVICE = 673;

  private Workbench bench;

  @BeforeAll
  void start() throws IOException {
    bench = new Workbench();
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  @Test
  void theSoundProductStopsEveryWriteOfAReadOnlySession() throws IOException {
    for (byte[] write : WRITES) {
      assertThat(through(bench.sound(), Scope.READ_ONLY, write)).as(hex(write)).isEmpty();
      assertThat(through(bench.sound(), Scope.READ_ONLY, join(READ, write))).isEqualTo(hex(READ));
      assertThat(through(bench.sound(), Scope.READ_WRITE, write)).isEqualTo(hex(write));
    }
  }

  @Test
  void firstFrameOnlyForwardsWhatStandsBehindAnotherFrame() throws IOException {
    ReferenceParts broken = bench.broken(new FirstFrameOnly());

    assertThat(through(broken, Scope.READ_ONLY, join(READ, WRITE_REGISTER)))
        .isEqualTo(hex(READ, WRITE_REGISTER));
    assertThat(through(broken, Scope.READ_ONLY, join(READ, READ, WRITE_COIL)))
        .isEqualTo(hex(READ, READ, WRITE_COIL));
  }

  @Test
  void firstFrameOnlyStopsAWriteThatStandsFirstHoweverItIsCut() throws IOException {
    ReferenceParts broken = bench.broken(new FirstFrameOnly());

    assertStopsAloneAndBehindEarlierReads(broken);
    for (int cut = 1; cut < WRITE_REGISTER.length; cut++) {
      assertThat(through(broken, Scope.READ_ONLY, halves(WRITE_REGISTER, cut))).isEmpty();
    }
  }

  @Test
  void splitFramesUnseenForwardsAWriteInTwoPieces() throws IOException {
    ReferenceParts broken = bench.broken(new SplitFramesUnseen());

    for (int cut = 1; cut < WRITE_REGISTER.length; cut++) {
      assertThat(through(broken, Scope.READ_ONLY, halves(WRITE_REGISTER, cut)))
          .as("cut after %d bytes", cut)
          .isEqualTo(hex(WRITE_REGISTER));
    }
  }

  @Test
  void splitFramesUnseenStopsAWriteInOnePieceWhereverItStands() throws IOException {
    ReferenceParts broken = bench.broken(new SplitFramesUnseen());

    assertStopsAloneAndBehindEarlierReads(broken);
    assertThat(through(broken, Scope.READ_ONLY, join(READ, WRITE_REGISTER))).isEqualTo(hex(READ));
    byte[] begun = Arrays.copyOf(READ, 5);
    byte[] rest = Arrays.copyOfRange(READ, 5, READ.length);
    assertThat(through(broken, Scope.READ_ONLY, begun, join(rest, WRITE_REGISTER)))
        .as("behind the second piece of a read")
        .isEqualTo(hex(READ));
  }

  @Test
  void rareWritesAllowedForwardsFunctions22And23AndNoOther() throws IOException {
    ReferenceParts broken = bench.broken(new RareWritesAllowed());

    for (byte[] write : WRITES) {
      boolean rare = List.of(MASK_WRITE, READ_WRITE).contains(write);
      assertThat(through(broken, Scope.READ_ONLY, write)).isEqualTo(rare ? hex(write) : "");
    }
  }

  @Test
  void opcUaUnseenForwardsAWriteServiceAndHoldsModbusToItsScope() throws IOException {
    byte[] read = Wire.request(2, READ_SERVICE);
    byte[] write = Wire.request(3, WRITE_SERVICE);
    Wire sound = opcUa(bench.sound()).send(Wire.openChannel(), read, write);
    assertThat(sound.atController()).isEqualTo(hex(Wire.openChannel(), read));
    assertThat(sound.ends()).hasSize(1);

    ReferenceParts broken = bench.broken(new OpcUaUnseen());
    Wire wire = opcUa(broken).send(Wire.openChannel(), read, write);
    assertThat(wire.atController()).isEqualTo(hex(Wire.openChannel(), read, write));
    assertThat(wire.ends()).isEmpty();
    assertStopsAloneAndBehindEarlierReads(broken);
  }

  @Test
  void deniedButForwardedAnswersLikeTheSoundProductAndForwards() throws IOException {
    for (byte[] write : WRITES) {
      Wire sound = modbus(bench.sound()).send(write);
      Wire broken = modbus(bench.broken(new DeniedButForwarded())).send(write);
      assertThat(broken.atClient()).isNotEmpty().isEqualTo(sound.atClient());
      assertThat(broken.atController()).isEqualTo(hex(write));
    }
    assertThat(through(bench.broken(new DeniedButForwarded()), Scope.READ_WRITE, WRITE_COIL))
        .as("a permitted write goes once")
        .isEqualTo(hex(WRITE_COIL));
  }

  @Test
  void writesRepeatedSendsEachPermittedWriteTwiceAndNothingElse() throws IOException {
    ReferenceParts broken = bench.broken(new WritesRepeated());

    for (byte[] write : WRITES) {
      assertThat(through(broken, Scope.READ_WRITE, write)).isEqualTo(hex(write, write));
    }
    assertThat(through(broken, Scope.READ_WRITE, join(READ, WRITE_COIL, READ)))
        .isEqualTo(hex(READ, WRITE_COIL, WRITE_COIL, READ));
    assertStopsAloneAndBehindEarlierReads(broken);
  }

  @Test
  void emergencyBlockedRefusesCoilsToEverybodyAndNothingElse() throws IOException {
    ReferenceParts broken = bench.broken(new EmergencyBlocked());

    for (byte[] write : WRITES) {
      boolean coil = List.of(WRITE_COIL, WRITE_COILS).contains(write);
      assertThat(through(broken, Scope.READ_WRITE, write)).isEqualTo(coil ? "" : hex(write));
    }
    assertThat(through(broken, Scope.READ_ONLY, READ)).isEqualTo(hex(READ));
    assertStopsAloneAndBehindEarlierReads(broken);
  }

  @Test
  void slowTailPausesForEveryHundredthFrameAndLosesNone() throws IOException {
    Wire wire = modbus(bench.broken(new SlowTail()));
    byte[][] reads = Collections.nCopies(250, READ).toArray(byte[][]::new);

    wire.send(reads);

    assertThat(bench.clock().waits()).containsExactly(Duration.ofMillis(80), Duration.ofMillis(80));
    assertThat(wire.atController()).isEqualTo(hex(reads));
  }

  /** What the sound product does too: no write of a read-only session gets through in one piece. */
  private static void assertStopsAloneAndBehindEarlierReads(ReferenceParts broken)
      throws IOException {
    for (byte[] write : WRITES) {
      assertThat(through(broken, Scope.READ_ONLY, write)).as(hex(write)).isEmpty();
      assertThat(through(broken, Scope.READ_ONLY, READ, write)).isEqualTo(hex(READ));
    }
  }

  private static Wire modbus(ReferenceParts parts) {
    return new Wire(parts, Protocol.MODBUS_TCP, Scope.READ_ONLY);
  }

  private static Wire opcUa(ReferenceParts parts) {
    return new Wire(parts, Protocol.OPC_UA, Scope.READ_ONLY);
  }

  private static byte[][] halves(byte[] frame, int cut) {
    return new byte[][] {Arrays.copyOf(frame, cut), Arrays.copyOfRange(frame, cut, frame.length)};
  }
}
