package org.bumpless.bridge.plc4x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.bridge.BridgeEvent;
import org.bumpless.adapter.bridge.Reading;
import org.bumpless.adapter.bridge.Reading.Quality;
import org.bumpless.adapter.bridge.RealController;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductException.Cause;
import org.bumpless.plant.model.BridgeSpec.Role;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A bridge to a controller that is made of libmodbus. */
@Timeout(300)
class ModbusBridgeIT {
  private static final Duration WAIT_MAX = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private RealPlc plc;

  @BeforeEach
  void start() throws Exception {
    plc = new RealPlc(folder);
  }

  @AfterEach
  void end() {
    plc.close();
  }

  @Test
  void readsWritesAndBringsBack() throws Exception {
    Bridges bridges = Bridges.modbus(folder, plc.port());
    try (RealController real = bridges.open()) {
      assertThat(real.read(Bridges.SP)).contains(good(50));
      assertThat(real.read(Bridges.PV)).contains(good(42.5f));
      assertThat(real.read(Bridges.MODE))
          .contains(new Reading(Quality.GOOD, new TagValue.Int((short) 1)));
      assertThat(real.read(Bridges.LOCK))
          .contains(new Reading(Quality.GOOD, new TagValue.Bool(true)));

      write(real, Bridges.SP, new TagValue.Real(62.5f));
      write(real, Bridges.MODE, new TagValue.Int((short) 2));
      write(real, Bridges.LOCK, new TagValue.Bool(false));
      awaitValue(real, Bridges.SP, new TagValue.Real(62.5f));
      awaitValue(real, Bridges.MODE, new TagValue.Int((short) 2));
      awaitValue(real, Bridges.LOCK, new TagValue.Bool(false));
    }

    assertThat(plc.setPoints()).containsExactly(62.5f, 50f);
    assertThat(journal())
        .extracting(
            line -> line.replaceAll(".*\"act\":\"([A-Z]+)\".*\"tag\":\"([^\"]*)\".*", "$1 $2"))
        .startsWith("RECORDED LIC-1.SP", "RECORDED LIC-1.MODE", "RECORDED LIC-1.LOCK")
        .containsSubsequence("SENDING LIC-1.SP", "DONE LIC-1.SP", "REVERTED LIC-1.SP");
  }

  @Test
  void writesNothingUnlessTheCommandLineNamesIt() throws Exception {
    try (RealController real = Bridges.modbus(folder, plc.port()).withoutFlag().open()) {
      assertThat(real.offer(Bridges.SP, new TagValue.Real(62.5f))).isFalse();
    }
    assertThat(plc.writes()).isEmpty();
  }

  @Test
  void writesNothingUnlessTheFileSaysControl() throws Exception {
    try (RealController real = Bridges.modbus(folder, plc.port()).as(Role.MIRROR).open()) {
      assertThat(real.offer(Bridges.SP, new TagValue.Real(62.5f))).isFalse();
    }
    assertThat(plc.writes()).isEmpty();
  }

  @Test
  void aPulledCableMakesValuesStaleAndAPluggedOneBringsThemBack() throws Exception {
    try (Cable cable = new Cable(plc.port());
        RealController real = Bridges.modbus(folder, cable.port()).as(Role.MIRROR).open()) {
      cable.pull();
      awaitQuality(real, Quality.STALE);
      assertThat(real.sound()).isFalse();

      cable.plug();
      awaitQuality(real, Quality.GOOD);
    }
  }

  @Test
  void aControllerThatHangsAndOneThatLosesItsPowerComeBack() throws Exception {
    try (RealController real = Bridges.modbus(folder, plc.port()).as(Role.MIRROR).open()) {
      plc.stop();
      awaitQuality(real, Quality.STALE);
      plc.go();
      awaitQuality(real, Quality.GOOD);

      plc.powerCycle();
      await("read after the power is back")
          .atMost(WAIT_MAX)
          .untilAsserted(() -> assertThat(real.read(Bridges.SP)).contains(good(50)));
    }
  }

  @Test
  void aHundredBreaksLoseAndDoubleNoWrite() throws Exception {
    List<Float> wanted = new ArrayList<>();
    Bridges bridges = Bridges.modbus(folder, plc.port());
    try (Cable cable = new Cable(plc.port());
        RealController real = Bridges.modbus(folder, cable.port()).open()) {
      for (int i = 0; i < 100; i++) {
        float value = 55 + i / 4f;
        cable.breakAt(i % 3 == 0 ? Cable.Cut.REQUEST : Cable.Cut.ANSWER);
        wanted.add(value);
        write(real, Bridges.SP, new TagValue.Real(value));
        awaitValue(real, Bridges.SP, new TagValue.Real(value));
      }
      assertThat(cable.breaks()).as("connections that broke").isEqualTo(100);
      assertThat(plc.setPoints()).as("each once, in order").isEqualTo(wanted);
    }
    assertThat(plc.setPoints().getLast()).isEqualTo(50f);
    assertThat(bridges.events)
        .extracting(BridgeEvent::kind)
        .doesNotContain(BridgeEvent.Kind.REFUSED, BridgeEvent.Kind.UNKNOWN);
  }

  @Test
  void anOpenInterlockHoldsWritesBack() throws Exception {
    Bridges bridges = Bridges.modbus(folder, plc.port()).locked();
    try (RealController real = bridges.open()) {
      write(real, Bridges.SP, new TagValue.Real(55));
      awaitValue(real, Bridges.SP, new TagValue.Real(55));
      write(real, Bridges.LOCK, new TagValue.Bool(false));
      awaitValue(real, Bridges.LOCK, new TagValue.Bool(false));

      write(real, Bridges.SP, new TagValue.Real(60));
      await("refused")
          .atMost(WAIT_MAX)
          .until(
              () ->
                  bridges.events.stream()
                      .anyMatch(
                          e ->
                              e.kind() == BridgeEvent.Kind.REFUSED
                                  && e.text().contains("interlock")));
    }
    assertThat(plc.setPoints()).containsExactly(55f, 50f);
  }

  @Test
  void saysThatNobodyIsThere() throws Exception {
    int port = plc.port();
    plc.close();
    refusal(Bridges.modbus(folder, port), Cause.UNAVAILABLE, "Connection refused");
  }

  @Test
  void saysThatItIsAnotherTypeOfController() {
    refusal(
        new Bridges(folder, "s7://127.0.0.1:" + plc.port()),
        Cause.UNAVAILABLE,
        "is it there, and does it speak that?");
  }

  @Test
  void saysWhichAddressTheControllerDoesNotHave() {
    refusal(
        Bridges.modbus(folder, plc.port()).at(Map.of("MODE", "holding-register:900:INT")),
        Cause.BAD_INPUT,
        "line 7: LIC-1.MODE at holding-register:900:INT: found the controller says");
  }

  private void refusal(Bridges bridges, Cause fault, String told) {
    assertThatThrownBy(bridges::open)
        .isInstanceOf(ProductException.class)
        .hasMessageStartingWith("LIC-1: ")
        .hasMessageContaining(told)
        .extracting("fault")
        .isEqualTo(fault);
    await("no process is left")
        .atMost(WAIT_MAX)
        .until(
            () ->
                ProcessHandle.current()
                    .descendants()
                    .filter(p -> p.info().command().orElse("").endsWith("/java"))
                    .findAny()
                    .isEmpty());
  }

  private static void write(RealController real, TagId tag, TagValue value) {
    assertThat(real.offer(tag, value)).as("%s = %s is taken", tag, value).isTrue();
  }

  private static void awaitValue(RealController real, TagId tag, TagValue value) {
    await(tag + " = " + value)
        .atMost(WAIT_MAX)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> real.read(tag).equals(Optional.of(new Reading(Quality.GOOD, value))));
  }

  private static void awaitQuality(RealController real, Quality quality) {
    await("quality " + quality)
        .atMost(WAIT_MAX)
        .until(() -> real.read(Bridges.SP).orElseThrow().quality() == quality);
  }

  private static Reading good(float value) {
    return new Reading(Quality.GOOD, new TagValue.Real(value));
  }

  private List<String> journal() throws Exception {
    return Files.readAllLines(folder.resolve("bridge-LIC-1.ndjson"));
  }
}
