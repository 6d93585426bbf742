package org.bumpless.endpoint.s7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.Firmware;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.Protection;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.ProtocolClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bench's own client against the bench's own server. */
@Timeout(60)
class S7ClientTest {
  private static final ProgramText LONG = new ProgramText("next", "x".repeat(1_234) + "\u00e9");

  private S7Rig rig;
  private ProtocolClient client;

  @BeforeEach
  void start() throws IOException {
    rig = new S7Rig();
    client = rig.client();
  }

  @AfterEach
  void stop() {
    client.close();
    rig.close();
  }

  @Test
  void aReadThatIsAskedAgainAndAgainIsWrittenDownEachTimeAndSeesWhetherItIsAnswered() {
    BooleanSupplier level = client.prepare(new Operation.Read(List.of(S7Rig.id("PV"))));
    BooleanSupplier all =
        client.prepare(
            new Operation.Read(
                Stream.of("PV", "SP", "MODE", "ESD", "PUMP", "FLAG", "RAW")
                    .map(S7Rig::id)
                    .toList()));

    for (int i = 0; i < 3; i++) {
      assertThat(level.getAsBoolean()).isTrue();
      assertThat(all.getAsBoolean()).isTrue();
    }

    List<Served> reads =
        rig.log().stream().filter(served -> served.request().startsWith("read")).toList();
    assertThat(reads).hasSize(6).allMatch(Served::accepted);
    assertThat(reads.get(4).tags()).containsExactly(S7Rig.id("PV"));
    assertThat(reads.get(4).request()).isEqualTo(reads.get(0).request());
    assertThat(reads.get(5).tags()).hasSize(7);
    rig.close();
    assertThat(level.getAsBoolean()).isFalse();
  }

  @Test
  void readsTagsOfAllAreasAtOnce() {
    Outcome outcome = read("PV", "SP", "MODE", "ESD", "PUMP", "FLAG", "RAW");

    assertThat(((Outcome.Answered) outcome).values())
        .isEqualTo(
            Map.of(
                S7Rig.id("PV"), real(12.5f),
                S7Rig.id("SP"), real(50),
                S7Rig.id("MODE"), new TagValue.Int((short) 1),
                S7Rig.id("ESD"), new TagValue.Bool(false),
                S7Rig.id("PUMP"), new TagValue.Bool(true),
                S7Rig.id("FLAG"), new TagValue.Bool(false),
                S7Rig.id("RAW"), new TagValue.Int((short) 4711)));
    assertThat(rig.log()).extracting(Served::writes).containsExactly(false);
  }

  @Test
  void packetsAreNoLongerThanAgreed() throws IOException {
    List<TagId> many = Collections.nCopies(40, S7Rig.id("PV"));
    Firmware small = new Firmware(Optional.empty(), Optional.empty(), true, 240);
    try (S7Rig other = new S7Rig(small);
        ProtocolClient its = other.client()) {
      assertThat(its.perform(new Operation.Read(many))).isInstanceOf(Outcome.Answered.class);
      assertThat(other.log()).as("nine places each").hasSize(5);
    }
    assertThat(client.perform(new Operation.Read(many))).isInstanceOf(Outcome.Answered.class);
    assertThat(rig.log()).as("nineteen places each").hasSize(3);
  }

  @Test
  void writesTakeHoldOnce() throws InterruptedException {
    assertThat(write("SP", real(62.25f))).isInstanceOf(Outcome.Answered.class);
    assertThat(write("MODE", new TagValue.Int((short) -3))).isInstanceOf(Outcome.Answered.class);
    assertThat(write("ESD", new TagValue.Bool(true))).isInstanceOf(Outcome.Answered.class);
    assertThat(write("FLAG", new TagValue.Bool(true))).isInstanceOf(Outcome.Answered.class);

    assertThat(rig.effects())
        .extracting(Effect::tag, Effect::after)
        .extracting(Object::toString)
        .containsExactly(
            "(LIC-1.SP, 62.25)", "(LIC-1.MODE, -3)", "(LIC-1.ESD, true)", "(LIC-1.FLAG, true)");
    assertThat(rig.value("PUMP")).as("the bit beside it").isEqualTo(new TagValue.Bool(true));
  }

  @Test
  void severalTagsAreWrittenInOnePacket() throws InterruptedException {
    Outcome outcome =
        client.perform(
            new Operation.Download(
                Map.of(
                    S7Rig.id("SP"), real(7),
                    S7Rig.id("PUMP"), new TagValue.Bool(false),
                    S7Rig.id("MODE"), new TagValue.Int((short) 0))));

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(rig.effects()).hasSize(3);
    assertThat(rig.log()).hasSize(1);
    assertThat(rig.log().getFirst().tags()).hasSize(3);
  }

  @Test
  void aReadOnlyTagIsNotWritten() throws InterruptedException {
    Outcome outcome = write("PV", real(1));

    assertThat(outcome).isEqualTo(new Outcome.Refused("LIC-1.PV: S7 return code 0x03"));
    assertThat(rig.effects()).isEmpty();
    assertThat(rig.log().getFirst().accepted()).isFalse();
  }

  @Test
  void aTagWithoutAnAddressIsAnErrorOfWhoeverAsks() {
    assertThatThrownBy(() -> read("HIDDEN"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "tag LIC-1.HIDDEN: controller LIC-1 has no such tag with an S7 address; it has"
                + " [PV, SP, MODE, ESD, PUMP, FLAG, RAW]");
  }

  @Test
  void aProgramIsDownloadedPacketByPacket() throws InterruptedException {
    Outcome outcome = client.perform(new Operation.DownloadProgram(S7Rig.CONTROLLER, LONG));

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(rig.controller().engineering().state().program().checksum())
        .isEqualTo(LONG.checksum());
    assertThat(rig.effects())
        .extracting(its -> its.tag().name() + " " + its.after())
        .containsExactly("PROGRAM_CHECKSUM " + LONG.checksum());
    assertThat(read("SP")).as("the connection goes on").isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void withTheKeyInRunNothingIsLoadedOrStopped() throws InterruptedException {
    rig.controller().turn(KeySwitch.RUN);

    assertThat(client.perform(new Operation.DownloadProgram(S7Rig.CONTROLLER, LONG)))
        .isEqualTo(new Outcome.Refused("S7 error class 0x87, code 1"));
    assertThat(client.perform(new Operation.ChangeMode(S7Rig.CONTROLLER, false)))
        .isEqualTo(new Outcome.Refused("S7 error class 0x87, code 1"));
    assertThat(rig.effects()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Protection.class,
      names = {"WRITE", "READ_WRITE"})
  void whoHasNoPasswordLoadsAndStopsNothingButReadsAndWritesTags(Protection protection)
      throws Exception {
    try (S7Rig guarded = new S7Rig(protection);
        ProtocolClient stranger = guarded.client();
        ProtocolClient guessing = guarded.client("guessed")) {
      assertThat(stranger.perform(new Operation.DownloadProgram(S7Rig.CONTROLLER, LONG)))
          .isEqualTo(new Outcome.Refused("S7 error class 0xD2, code 65"));
      assertThat(stranger.perform(new Operation.ChangeMode(S7Rig.CONTROLLER, false)))
          .isEqualTo(new Outcome.Refused("S7 error class 0xD2, code 65"));
      assertThat(guessing.perform(new Operation.ChangeMode(S7Rig.CONTROLLER, false)))
          .isEqualTo(new Outcome.Refused("the password is wrong"));
      assertThat(guarded.log()).extracting(Served::accepted).containsOnly(false);
      assertThat(guarded.effects()).isEmpty();
      assertThat(stranger.perform(new Operation.Write(S7Rig.id("SP"), real(7))))
          .isInstanceOf(Outcome.Answered.class);
    }
  }

  @Test
  void whoHasThePasswordLoads() throws Exception {
    try (S7Rig guarded = new S7Rig(Protection.READ_WRITE);
        ProtocolClient engineer = guarded.client(S7Rig.PASSWORD)) {
      assertThat(engineer.perform(new Operation.DownloadProgram(S7Rig.CONTROLLER, LONG)))
          .isInstanceOf(Outcome.Answered.class);
      assertThat(guarded.controller().engineering().state().program().checksum())
          .isEqualTo(LONG.checksum());
    }
  }

  @Test
  void whatIsNoProgramIsRefused() {
    assertThat(
            client.perform(
                new Operation.DownloadProgram(S7Rig.CONTROLLER, new ProgramText("next", "broken"))))
        .isEqualTo(new Outcome.Refused("S7 error class 0x84, code 1"));
  }

  @Test
  void stopsAndStarts() {
    client.perform(new Operation.ChangeMode(S7Rig.CONTROLLER, false));
    assertThat(rig.controller().engineering().state().mode()).isEqualTo(OperatingMode.STOP);
    client.perform(new Operation.ChangeMode(S7Rig.CONTROLLER, true));
    assertThat(rig.controller().engineering().state().mode()).isEqualTo(OperatingMode.RUN);
  }

  @Test
  void saysWhoItIs() {
    assertThat(client.perform(new Operation.Browse()))
        .isInstanceOfSatisfying(
            Outcome.Answered.class,
            answered ->
                assertThat(answered.detail())
                    .contains("6ES7 315-2EH14-0AB0", "LIC-1", "Level of tank 1", "Virtual Works"));
  }

  @Test
  void aSweepFindsWhatHasAnAddress() {
    assertThat(client.perform(new Operation.Sweep()))
        .isInstanceOfSatisfying(
            Outcome.Answered.class,
            answered ->
                assertThat(answered.values())
                    .containsEntry(S7Rig.id("SP"), real(50))
                    .containsEntry(S7Rig.id("RAW"), new TagValue.Int((short) 4711))
                    .doesNotContainKey(S7Rig.id("HIDDEN")));
  }

  @Test
  void oneConnectionTooManyIsClosed() throws IOException {
    try (S7Rig narrow = new S7Rig(1);
        ProtocolClient first = narrow.client();
        ProtocolClient second = narrow.client()) {
      assertThat(first.connect()).isInstanceOf(Outcome.Answered.class);
      assertThat(second.connect()).isNotInstanceOf(Outcome.Answered.class);
    }
  }

  @Test
  void aServerThatEndsIsNoticed() {
    client.connect();
    rig.endpoint().close();

    assertThat(client.awaitClosed()).isTrue();
    assertThat(client.connected()).isFalse();
  }

  private Outcome read(String... names) {
    List<TagId> tags = Stream.of(names).map(S7Rig::id).toList();
    return client.perform(new Operation.Read(tags));
  }

  private Outcome write(String name, TagValue value) {
    return client.perform(new Operation.Write(S7Rig.id(name), value));
  }

  private static TagValue real(float value) {
    return new TagValue.Real(value);
  }
}
