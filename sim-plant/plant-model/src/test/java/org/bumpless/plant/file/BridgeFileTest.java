package org.bumpless.plant.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.bumpless.plant.model.BridgeSpec;
import org.bumpless.plant.model.BridgeSpec.Point;
import org.bumpless.plant.model.BridgeSpec.Role;
import org.bumpless.plant.model.BridgeSpec.Writable;
import org.bumpless.plant.model.TagId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Key {@code bridge} of a controller. */
class BridgeFileTest {
  private static final String PLAIN = "title: Loop 1, type: loop, device: T-1}";

  @Test
  void oneLineMirrorsEveryTag() throws Exception {
    BridgeSpec bridge = bridge("bridge: \"plc4x:modbus-tcp://192.0.2.7:502\"");

    assertThat(bridge.provider()).isEqualTo("plc4x");
    assertThat(bridge.connection()).isEqualTo("modbus-tcp://192.0.2.7:502");
    assertThat(bridge.role()).isEqualTo(Role.MIRROR);
    assertThat(bridge.tags())
        .extracting(point -> point.tag().name())
        .containsExactly("PV", "SP", "MODE", "ESD");
    assertThat(bridge.tags()).allMatch(point -> point.address().isEmpty());
    assertThat(bridge.writes()).isEmpty();
    assertThat(bridge.forbidsAttacks()).isFalse();
    assertThat(bridge.line()).isEqualTo(32);
  }

  @Test
  void aSectionSaysAllThatThereIs() throws Exception {
    BridgeSpec bridge =
        bridge(
            """
            bridge: {connection: "plc4x:s7://192.0.2.7", role: control, poll: 100 ms, stale: 1 s,
                timeout: 300 ms, deadMan: 2 s, interlock: ESD, tags: [
                  {tag: SP, address: "%DB1.DBD4:REAL", scale: 0.1, offset: 2, poll: 250 ms, tolerance: 0.5},
                  {tag: ESD}],
                write: [{tag: SP, min: 20, max: 80, rate: 5, every: 200 ms}, {tag: ESD}]}""");

    assertThat(bridge.tags())
        .containsExactly(
            new Point(
                tag("SP"), Optional.of("%DB1.DBD4:REAL"), 0.1, 2, Duration.ofMillis(250), 0.5, 34),
            new Point(tag("ESD"), Optional.empty(), 1, 0, Duration.ofMillis(100), 0, 35));
    assertThat(bridge.writes())
        .containsExactly(
            new Writable(tag("SP"), 20, 80, 5, Duration.ofMillis(200)),
            new Writable(tag("ESD"), 0, 1, 0, Duration.ofSeconds(1)));
    assertThat(bridge.interlock()).contains(tag("ESD"));
    assertThat(bridge.deadMan()).isEqualTo(Duration.ofSeconds(2));
    assertThat(bridge.timeout()).isEqualTo(Duration.ofMillis(300));
    assertThat(bridge.forbidsAttacks()).isTrue();
  }

  @Test
  void aTestRigMayBeAttacked() throws Exception {
    BridgeSpec bridge =
        bridge(
            "bridge: {connection: \"plc4x:s7://h\", role: control, testRig: true, write: [{tag: ESD}]}");

    assertThat(bridge.forbidsAttacks()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          s7                                          | text "s7"; expected a provider, a colon and its connection, for example plc4x:modbus-tcp://192.0.2.7:502
          {connection: "plc4x:s7://h", role: boss}    | text "boss"; expected one of shadow, mirror, control
          {connection: "plc4x:s7://h", role: control} | role control without a write list; expected key write: what may be written, and how
          {connection: "plc4x:s7://h", write: [{tag: ESD}]} | a write list with role mirror; expected role: control, or no write list
          {connection: "plc4x:s7://h", tags: [{tag: SV}]} | tag "SV", which LIC-1 does not have; expected one of PV, SP, MODE, ESD
          {connection: "plc4x:s7://h", tags: [{tag: SP}, {tag: SP}]} | tag "SP" again; expected each tag once
          {connection: "plc4x:s7://h", tags: [{tag: SP, scale: 0}]} | 0; expected another number: tag = raw * scale + offset
          {connection: "plc4x:s7://h", tags: [{tag: ESD, scale: 2}]} | a BOOL with scale or offset; expected neither: a bit is true or false
          {connection: "plc4x:s7://h", tags: [{tag: SP}], interlock: ESD} | tag "ESD", which is not among the tags of the bridge; expected an entry for it below tags: what is written must be read back
          {connection: "plc4x:s7://h", interlock: SP} | a tag of type REAL; expected a BOOL
          {connection: "plc4x:s7://h", role: control, write: [{tag: PV, min: 0, max: 1, rate: 1}]} | PV, which is read-only; expected a read-write tag
          {connection: "plc4x:s7://h", role: control, write: [{tag: SP, min: 0, max: 101, rate: 1}]} | a range of 0.0 to 101.0; expected one inside the tag's own, 0.0 to 100.0
          {connection: "plc4x:s7://h", role: control, write: [{tag: SP, min: 0, max: 9}]} | no key "rate"; expected it
          {connection: "plc4x:s7://h", role: control, write: [{tag: SP, min: 0, max: 9, rate: 0}]} | 0.0; expected the largest change per second, above 0
          {connection: "plc4x:s7://h", role: control, write: [{tag: ESD, max: 1}]} | a BOOL with min, max or rate; expected key every alone
          {connection: "plc4x:s7://h", role: control, write: [{tag: ESD}, {tag: ESD}]} | a tag twice; expected each tag once
          {connection: "plc4x:s7://h", deadMan: 500 ms} | 500 ms; expected 1 s or more: a busy host must not be taken for a dead one
          {connection: "plc4x:s7://h", poll: 2 s, stale: 1 s} | 1 s; expected more than the longest poll of its tags, which is 2000 ms: else each value is stale before the next
          {connection: "plc4x:s7://h", colour: red} | unknown key "colour"; expected one of connection, role, poll, stale, timeout, deadMan, interlock, testRig, tags, write
          """)
  void isRefused(String value, String told) throws IOException {
    byte[] faulty = plant("bridge: " + value);
    BadFileException refusal =
        catchThrowableOfType(BadFileException.class, () -> PlantFile.parse("p.yaml", faulty));

    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.getMessage()).matches("(?s)p\\.yaml:32:\\d+: found .*").endsWith(told);
  }

  @Test
  void onlyControllersHaveOne() throws IOException {
    byte[] faulty =
        Beside.soundPlant()
            .replace("title: Operator station}", "title: Operator station, bridge: \"a:b\"}")
            .getBytes(StandardCharsets.UTF_8);
    BadFileException refusal =
        catchThrowableOfType(BadFileException.class, () -> PlantFile.parse("p.yaml", faulty));

    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.getMessage())
        .endsWith("key \"bridge\" with kind hmi; expected it with kind controller only");
  }

  private static BridgeSpec bridge(String key) throws Exception {
    return PlantFile.parse("p.yaml", plant(key)).bridged().getFirst().bridge().orElseThrow();
  }

  private static TagId tag(String name) {
    return TagId.parse("LIC-1." + name);
  }

  private static byte[] plant(String key) throws IOException {
    return Beside.soundPlant()
        .replace(PLAIN, PLAIN.replace("}", ", " + key + "}"))
        .getBytes(StandardCharsets.UTF_8);
  }
}
