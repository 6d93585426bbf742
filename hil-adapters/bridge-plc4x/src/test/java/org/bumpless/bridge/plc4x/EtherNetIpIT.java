package org.bumpless.bridge.plc4x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.bridge.BridgeEvent;
import org.bumpless.adapter.bridge.Reading;
import org.bumpless.adapter.bridge.Reading.Quality;
import org.bumpless.adapter.bridge.RealController;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.bridge.core.Plan;
import org.bumpless.bridge.core.Wire.Answer;
import org.bumpless.bridge.core.WireException;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.BridgeSpec;
import org.bumpless.plant.model.BridgeSpec.Role;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bridges by EtherNet/IP to a controller that is as strict as the specification, and what the
 * driver does wrong there: the reasons of what {@link EtherNetIp} refuses.
 */
@Timeout(300)
class EtherNetIpIT {
  private static final Duration WAIT_MAX = Duration.ofSeconds(30);
  private static final String UNCONNECTED = "force-unconnected-operation=true";
  private static final String EIP = "eip://127.0.0.1:%d?big-endian=false";
  private static final String EIP_UNCONNECTED = EIP + "&" + UNCONNECTED;
  private static final String LOGIX_UNCONNECTED = "logix://127.0.0.1:%d?slot=0&" + UNCONNECTED;

  private static final Map<String, String> TAGS =
      Map.of("SP", "SP:REAL", "PV", "PV:REAL", "MODE", "MODE:DINT", "LOCK", "LOCK:BOOL");

  @TempDir private Path folder;

  private final CipMemory memory =
      new CipMemory()
          .writable("SP", CipMemory.Type.REAL, 50, 0, 90)
          .readOnly("PV", CipMemory.Type.REAL, 42.5)
          .writable("MODE", CipMemory.Type.DINT, 1, 0, 9)
          .writable("LOCK", CipMemory.Type.BOOL, 1, 0, 1)
          .writable("COUNT", CipMemory.Type.UDINT, 7, 0, 9)
          .readOnly("SPS[44]", CipMemory.Type.REAL, 4.5);

  private final CipRouter router = new CipRouter(memory);
  private CipServer plc;

  @BeforeEach
  void start() throws Exception {
    plc = new CipServer(router);
  }

  @AfterEach
  void end() throws Exception {
    plc.close();
  }

  @ParameterizedTest
  @CsvSource({EIP_UNCONNECTED + ",false", EIP_UNCONNECTED + ",true", LOGIX_UNCONNECTED + ",true"})
  void readsWritesAndBringsBack(String connection, boolean tellsClasses) throws Exception {
    if (!tellsClasses) {
      router.tellNoClasses();
    }
    try (RealController real = control(connection).open()) {
      assertThat(real.read(Bridges.SP)).contains(real(50));
      assertThat(real.read(Bridges.PV)).contains(real(42.5f));
      assertThat(real.read(Bridges.MODE)).contains(whole(1));
      assertThat(real.read(Bridges.LOCK)).contains(bit(true));

      write(real, Bridges.SP, new TagValue.Real(62.5f));
      awaitReading(real, Bridges.SP, real(62.5f));
      write(real, Bridges.MODE, new TagValue.Int((short) 2));
      awaitReading(real, Bridges.MODE, whole(2));
      write(real, Bridges.SP, new TagValue.Real(70.25f));
      awaitReading(real, Bridges.SP, real(70.25f));
      assertThat(memory.writes()).containsExactly("SP 62.5", "MODE 2.0", "SP 70.25");

      memory.set("PV", 43.75);
      memory.set("LOCK", 0);
      awaitReading(real, Bridges.PV, real(43.75f));
      awaitReading(real, Bridges.LOCK, bit(false));
    }

    assertThat(memory.writes())
        .as("each once, and then what was recorded")
        .hasSize(5)
        .startsWith("SP 62.5", "MODE 2.0", "SP 70.25")
        .contains("SP 50.0", "MODE 1.0");
    assertThat(memory.get("SP")).isEqualTo(50);
    assertThat(memory.get("MODE")).isEqualTo(1);
    assertThat(memory.refused()).isEmpty();
    assertThat(router.oddities()).isEmpty();
    assertThat(plc.sessions()).isEqualTo(1);
    assertThat(journal())
        .filteredOn(line -> line.contains("LIC-1.SP"))
        .satisfiesExactly(
            line -> assertThat(line).contains("RECORDED", "50.0"),
            line -> assertThat(line).contains("SENDING", "62.5", "before 50.0"),
            line -> assertThat(line).contains("DONE", "62.5"),
            line -> assertThat(line).contains("SENDING", "70.25", "before 62.5"),
            line -> assertThat(line).contains("DONE", "70.25"),
            line -> assertThat(line).contains("REVERTING", "50.0"),
            line -> assertThat(line).contains("REVERTED", "50.0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {EIP, EIP_UNCONNECTED, "logix://127.0.0.1:%d"})
  void aMirrorFollowsWithAndWithoutAConnectionAndWritesNothing(String connection) throws Exception {
    try (RealController real = mirror(connection).open()) {
      for (int i = 0; i < 5; i++) {
        memory.set("PV", 43 + i);
        awaitReading(real, Bridges.PV, real(43 + i));
      }
      assertThat(real.offer(Bridges.SP, new TagValue.Real(60))).isFalse();
      assertThat(real.sound()).isTrue();
      assertThat(router.connections()).isEqualTo(1);
    }
    assertThat(memory.writes()).isEmpty();
    assertThat(router.oddities()).isEmpty();
  }

  @Test
  void aRefusedWriteIsToldAndLeavesEverythingAsItWas() throws Exception {
    Bridges bridges = control(EIP_UNCONNECTED);
    try (RealController real = bridges.open()) {
      write(real, Bridges.SP, new TagValue.Real(95)); // our list allows it, the controller not
      awaitEvent(bridges, BridgeEvent.Kind.REFUSED, "LIC-1.SP = 95.0: the controller says ");
      write(real, Bridges.MODE, new TagValue.Int((short) 20));
      awaitEvent(bridges, BridgeEvent.Kind.REFUSED, "LIC-1.MODE = 20.0: the controller says ");
      assertThat(real.read(Bridges.SP)).contains(real(50));

      write(real, Bridges.SP, new TagValue.Real(60)); // and the bridge goes on
      awaitReading(real, Bridges.SP, real(60));
      assertThat(real.sound()).isTrue();
    }
    assertThat(memory.refused()).containsExactly("SP 95.0", "MODE 20.0");
    assertThat(memory.writes()).containsExactly("SP 60.0", "SP 50.0");
    assertThat(plc.sessions()).as("on one session").isEqualTo(1);
    assertThat(bridges.events)
        .extracting(BridgeEvent::kind)
        .doesNotContain(BridgeEvent.Kind.LOST, BridgeEvent.Kind.UNKNOWN);
    assertThat(journal())
        .anyMatch(line -> line.contains("REFUSED") && line.contains("95.0"))
        .noneMatch(line -> line.contains("UNANSWERED"));
  }

  @Test
  void powerFailuresLoseAndDoubleNoWrite() throws Exception {
    List<String> wanted = new ArrayList<>();
    Bridges bridges = control(EIP_UNCONNECTED);
    try (RealController real = bridges.open()) {
      for (int i = 0; i < 10; i++) {
        float value = 55 + i;
        memory.failAt(i % 2 == 0 ? Cable.Cut.REQUEST : Cable.Cut.ANSWER);
        wanted.add("SP " + value);
        write(real, Bridges.SP, new TagValue.Real(value));
        awaitReading(real, Bridges.SP, real(value));
      }
      assertThat(memory.writes()).as("each once, in order").isEqualTo(wanted);
      assertThat(plc.sessions()).as("as many connections broke").isEqualTo(11);
    }
    wanted.add("SP 50.0");
    assertThat(memory.writes()).isEqualTo(wanted);
    assertThat(bridges.events)
        .extracting(BridgeEvent::kind)
        .doesNotContain(BridgeEvent.Kind.REFUSED, BridgeEvent.Kind.UNKNOWN);
  }

  @Test
  void valuesOfAControllerThatIsGoneAreStaleAndItIsCalledEverMoreRarely() throws Exception {
    Bridges bridges = mirror(EIP_UNCONNECTED);
    try (RealController real = bridges.open()) {
      plc.hangUp();
      awaitQuality(real, Bridges.SP, Quality.STALE);
      assertThat(real.sound()).isFalse();
      await("it is called again").atMost(WAIT_MAX).until(() -> plc.calls().size() >= 5);
      List<Long> calls = plc.calls();
      for (int i = 2; i < 5; i++) {
        Duration pause = Duration.ofNanos(calls.get(i) - calls.get(i - 1));
        assertThat(pause)
            .as("pause %d; half of it, as the test's own clock may be late", i)
            .isGreaterThan(Duration.ofMillis(100L << (i - 2)).dividedBy(2));
      }

      plc.powerOff();
      memory.set("SP", 51);
      plc.powerOn();
      awaitReading(real, Bridges.SP, real(51));
      assertThat(plc.sessions()).isEqualTo(2);
    }
    assertThat(bridges.events)
        .extracting(BridgeEvent::kind)
        .containsExactly(BridgeEvent.Kind.LOST, BridgeEvent.Kind.BACK);
  }

  @Test
  void answersThatComeLateAreTakenForNoOther() throws Exception {
    Bridges bridges = control(EIP_UNCONNECTED);
    try (RealController real = bridges.open()) {
      memory.afterWrite(plc::sleep);
      write(real, Bridges.SP, new TagValue.Real(60));
      awaitQuality(real, Bridges.PV, Quality.STALE);
      assertThat(memory.writes()).as("done, and not answered").containsExactly("SP 60.0");
      assertThat(real.read(Bridges.SP).orElseThrow().quality()).isEqualTo(Quality.UNDER_WAY);
      awaitEvent(bridges, BridgeEvent.Kind.LOST, "eip://127.0.0.1:" + plc.port());
      memory.set("PV", 44);
      plc.wake();
      awaitReading(real, Bridges.PV, real(44));
      awaitReading(real, Bridges.SP, real(60));
    }
    assertThat(memory.writes()).containsExactly("SP 60.0", "SP 50.0");
    assertThat(journal()).anyMatch(line -> line.contains("FOUND"));
    assertThat(bridges.events)
        .extracting(BridgeEvent::kind)
        .contains(BridgeEvent.Kind.LOST, BridgeEvent.Kind.BACK, BridgeEvent.Kind.WRITTEN)
        .doesNotContain(BridgeEvent.Kind.REFUSED, BridgeEvent.Kind.UNKNOWN);
  }

  @Test
  void aTagThatIsTakenAwayIsToldAndMakesTheOthersOfItsPeriodStaleUntilItIsBack() throws Exception {
    Bridges bridges = mirror(EIP_UNCONNECTED);
    try (RealController real = bridges.open()) {
      memory.remove("MODE");
      awaitQuality(real, Bridges.SP, Quality.STALE);
      awaitEvent(bridges, BridgeEvent.Kind.LOST, "eip://127.0.0.1:" + plc.port());
      memory.writable("MODE", CipMemory.Type.DINT, 3, 0, 9);
      awaitReading(real, Bridges.MODE, whole(3));
      awaitQuality(real, Bridges.SP, Quality.GOOD);
    }
  }

  /** A controller may or may not have more to say about it; the driver fails on the one. */
  @ParameterizedTest
  @CsvSource({"NOPE:DINT, false", "NOPE:DINT, true", "MODE:INT, false", "COUNT:DINT, false"})
  void saysWhichTagTheControllerDoesNotHaveOrOnlyOfAnotherType(String address, boolean more)
      throws Exception {
    if (more) {
      memory.saysOfOthers(CipReply.of(CipReply.PATH_SEGMENT_ERROR, 0));
    }
    Map<String, String> places = new HashMap<>(TAGS);
    places.put("MODE", address);
    assertThatThrownBy(() -> mirror(EIP_UNCONNECTED).at(places).open())
        .isInstanceOf(ProductException.class)
        .hasMessageContaining("line 7: LIC-1.MODE at " + address + ": found ")
        .extracting("fault")
        .isEqualTo(ProductException.Cause.BAD_INPUT);
  }

  @Test
  void saysThatNoControllerIsInTheSlot() {
    assertThatThrownBy(() -> mirror("logix://127.0.0.1:%d?slot=2&" + UNCONNECTED).open())
        .isInstanceOf(ProductException.class)
        .hasMessageContaining("line 7: LIC-1.SP at SP:REAL: found an answer that the driver")
        .hasMessageContaining("or no controller in the slot")
        .extracting("fault")
        .isEqualTo(ProductException.Cause.BAD_INPUT);
    assertThat(router.oddities())
        .containsOnly("a message of 8 bytes, then for a route 01 00 01 02");
  }

  /** Why role control takes {@code force-unconnected-operation=true}. */
  @Test
  void limitOnAConnectionTheDriverLosesTheSecondOfTwoWritesAndSaysThatItIsDone() throws Exception {
    try (Plc4xWire wire = wire(EIP)) {
      wire.connect();
      wire.write(point(Bridges.SP), 63);
      wire.write(point(Bridges.SP), 64); // no exception: the driver says that it is done
      assertThat(memory.writes()).containsExactly("SP 63.0");
      assertThat(router.oddities()).singleElement().asString().startsWith("the count ");

      assertThatThrownBy(() -> wire.read(List.of(point(Bridges.SP))))
          .isInstanceOf(WireException.class)
          .hasMessageContaining("read: an answer without ");
    }
  }

  /** Why single bytes cannot be written. */
  @Test
  void limitTheDriverForgetsThePadByteBehindAnOddMessage() throws Exception {
    try (Plc4xWire wire = wire(EIP_UNCONNECTED)) {
      wire.connect();
      assertThat(wire.read(List.of(point(Bridges.LOCK)))).containsExactly(new Answer.Value(1));
      assertThatThrownBy(() -> wire.write(point(Bridges.LOCK), 0))
          .isInstanceOf(WireException.class)
          .hasMessageContaining("write of LIC-1.LOCK: no answer within ");
      assertThat(memory.writes()).isEmpty();
      assertThat(router.oddities())
          .containsExactly("a message of 13 bytes, then for a route 00 01 00");
    }
  }

  /** Why an element has a number of 255 at most. */
  @Test
  void limitTheDriverReadsAnotherElement() throws Exception {
    try (Plc4xWire wire = wire(EIP_UNCONNECTED, Map.of("SP", "SPS[300]:REAL"))) {
      wire.connect();
      assertThat(wire.read(List.of(point(Bridges.SP, Map.of("SP", "SPS[300]:REAL")))))
          .as("the value of SPS[44]")
          .containsExactly(new Answer.Value(4.5));
    }
  }

  /** Why no unsigned type is taken. */
  @Test
  void limitTheDriverWritesUnsignedNumbersAsNought() throws Exception {
    Map<String, String> unsigned = Map.of("MODE", "COUNT:UDINT");
    try (Plc4xWire wire = wire(EIP_UNCONNECTED, unsigned)) {
      wire.connect();
      wire.write(point(Bridges.MODE, unsigned), 5);
      assertThat(memory.writes()).containsExactly("COUNT 0.0");
      assertThat(wire.read(List.of(point(Bridges.MODE, unsigned))))
          .containsExactly(new Answer.Refused("a value of a type that the driver does not read"));
    }
  }

  /** Why no communication-path is taken beside it. */
  @Test
  void limitTheDriverAsksTheControllerInSlot0WhenThePathSaysSlot5() throws Exception {
    try (Plc4xWire wire = wire(LOGIX_UNCONNECTED + "&communication-path=1,5")) {
      wire.connect();
      assertThat(wire.read(List.of(point(Bridges.SP)))).containsExactly(new Answer.Value(50));
    }
  }

  /** Why the byte order has to be said. */
  @Test
  void limitTheDriverSpeaksInTheWrongByteOrderUnlessToldOtherwise() throws Exception {
    try (Plc4xWire wire = wire("eip://127.0.0.1:%d")) {
      assertThatThrownBy(wire::connect).isInstanceOf(WireException.class);
    }
    assertThat(plc.unknownCommands()).startsWith(0x0400); // List Services, turned round
    assertThat(plc.sessions()).isZero();
  }

  private Bridges mirror(String connection) {
    return bridges(connection).as(Role.MIRROR);
  }

  private Bridges control(String connection) {
    return bridges(connection).writing(Bridges.SP, Bridges.MODE);
  }

  private Bridges bridges(String connection) {
    return new Bridges(folder, connection.formatted(plc.port())).at(TAGS);
  }

  private Plc4xWire wire(String connection) {
    return wire(connection, Map.of());
  }

  /** The driver with nothing before it that would refuse anything. */
  private Plc4xWire wire(String connection, Map<String, String> others) {
    Asset.Controller controller = raw(connection.formatted(plc.port()), others);
    BridgeSpec spec = controller.bridge().orElseThrow();
    List<TagType> types = controller.tags().stream().map(Tag::type).toList();
    return new Plc4xWire(new Plan(Bridges.LIC, spec, types, true, folder.resolve("unused")));
  }

  private Asset.Controller raw(String connection, Map<String, String> others) {
    Map<String, String> places = new HashMap<>(TAGS);
    places.putAll(others);
    return new Bridges(folder, connection).at(places).controller();
  }

  private BridgeSpec.Point point(TagId tag) {
    return point(tag, Map.of());
  }

  private BridgeSpec.Point point(TagId tag, Map<String, String> others) {
    return raw("unused", others).bridge().orElseThrow().tags().stream()
        .filter(point -> point.tag().equals(tag))
        .findFirst()
        .orElseThrow();
  }

  private static void write(RealController real, TagId tag, TagValue value) {
    assertThat(real.offer(tag, value)).as("%s = %s is taken", tag, value).isTrue();
  }

  private static void awaitReading(RealController real, TagId tag, Reading reading) {
    await(tag + " is " + reading)
        .atMost(WAIT_MAX)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> real.read(tag).equals(Optional.of(reading)));
  }

  private static void awaitQuality(RealController real, TagId tag, Quality quality) {
    await("quality " + quality)
        .atMost(WAIT_MAX)
        .until(() -> real.read(tag).orElseThrow().quality() == quality);
  }

  private static void awaitEvent(Bridges bridges, BridgeEvent.Kind kind, String text) {
    await(text)
        .atMost(WAIT_MAX)
        .until(
            () ->
                bridges.events.stream()
                    .anyMatch(e -> e.kind() == kind && e.text().startsWith(text)));
  }

  private static Reading real(float value) {
    return new Reading(Quality.GOOD, new TagValue.Real(value));
  }

  private static Reading whole(int value) {
    return new Reading(Quality.GOOD, new TagValue.Int((short) value));
  }

  private static Reading bit(boolean value) {
    return new Reading(Quality.GOOD, new TagValue.Bool(value));
  }

  private List<String> journal() throws Exception {
    return Files.readAllLines(folder.resolve("bridge-LIC-1.ndjson"));
  }
}
