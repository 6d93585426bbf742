package org.bumpless.bridge.plc4x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.plant.model.BridgeSpec.Role;
import org.bumpless.plant.model.S7Address;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about a bridge before anything is reached for. */
class Plc4xProviderTest {
  private static final Map<String, String> EIP =
      Map.of("SP", "SP:REAL", "PV", "PV:REAL", "MODE", "MODE:INT", "LOCK", "LOCK:BOOL");

  @ParameterizedTest
  @CsvSource({"modbus-tcp://192.0.2.7:502", "s7://192.0.2.7?remote-rack=0&remote-slot=2"})
  void addressesFollowFromTheTags(String connection) {
    assertThatCode(() -> check(bridges(connection))).doesNotThrowAnyException();
  }

  @Test
  void etherNetIpTakesNamesOfTags() {
    assertThatCode(() -> check(bridges("eip://192.0.2.7").at(EIP))).doesNotThrowAnyException();
    refusal(bridges("eip://192.0.2.7"), "line 7: LIC-1.SP: found no address for eip; expected one");
  }

  @Test
  void modbusAddressesAreCountedFromOne() {
    Map<String, String> found = addresses("modbus-tcp");
    assertThat(found)
        .containsEntry("SP", "holding-register:1:REAL")
        .containsEntry("PV", "input-register:1:REAL")
        .containsEntry("MODE", "holding-register:3:INT")
        .containsEntry("LOCK", "coil:1");
  }

  @Test
  void s7AddressesAreThoseOfTheEngineers() {
    assertThat(addresses("s7"))
        .containsEntry("SP", "%DB1.DBD4:REAL")
        .containsEntry("MODE", "%DB1.DBW8:INT")
        .containsEntry("LOCK", "%DB1.DBX10.0:BOOL");
    assertThat(Addresses.of(tag("MW12", TagType.INT), "s7")).contains("%MW12:INT");
    assertThat(Addresses.of(tag("M10.2", TagType.BOOL), "s7")).contains("%M10.2:BOOL");
  }

  @Test
  void refusesADriverThatItDoesNotHave() {
    refusal(
        bridges("profinet://192.0.2.7"),
        "line 6: LIC-1: found the connection \"profinet://192.0.2.7\"",
        "expected one that begins with one of [eip, logix, modbus-");
  }

  @Test
  void refusesAnAddressOfAnotherProtocol() {
    refusal(
        bridges("modbus-tcp://h").at(Map.of("SP", "%DB1.DBD4:REAL")),
        "line 7: LIC-1.SP: found address \"%DB1.DBD4:REAL\"",
        "for example holding-register:1:REAL");
  }

  @Test
  void refusesAnAddressOfAnotherType() {
    refusal(
        bridges("modbus-tcp://h").at(Map.of("LOCK", "holding-register:9:INT")),
        "line 7: LIC-1.LOCK: found address \"holding-register:9:INT\" of type INT for a tag of type BOOL; expected for example coil:1");
  }

  @Test
  void refusesToWriteToAnOpcUaServerThatAnybodyCouldBe() {
    refusal(
        bridges("opcua:tcp://h:4840").as(Role.CONTROL),
        "role control over OPC UA without a trust store",
        "expected trust-store-file, trust-store-password and security-policy");
  }

  /** Found by reading the driver: it looks into the trust store only if there is a policy. */
  @Test
  void refusesToWriteToAnOpcUaServerWhoseCertificateNobodyWouldLookAt() throws Exception {
    String trust = "opcua:tcp://h:4840?trust-store-file=a&trust-store-password=b";
    for (String policy : List.of("", "&security-policy=NONE", "&security-policy=none&x=y")) {
      refusal(
          bridges(trust + policy).as(Role.CONTROL),
          "role control over OPC UA without a security policy, so that any server would be believed");
    }
    check(bridges(trust + "&security-policy=Basic256Sha256").at(Bridges.NODES).as(Role.CONTROL));
  }

  @Test
  void showsNoPassword() {
    assertThat(
            Causes.withoutSecrets("opcua:tcp://h?username=a&password=b&key-store-password=c&x=d"))
        .isEqualTo("opcua:tcp://h?username=a&password=***&key-store-password=***&x=d");
  }

  private static Bridges bridges(String connection) {
    return new Bridges(Path.of("unused"), connection).as(Role.MIRROR);
  }

  private static void check(Bridges bridges) throws ProductException {
    new Plc4xProvider().check(bridges.controller());
  }

  private static void refusal(Bridges bridges, String... told) {
    assertThatThrownBy(() -> check(bridges))
        .isInstanceOf(ProductException.class)
        .hasMessageContainingAll(told)
        .extracting("fault")
        .isEqualTo(ProductException.Cause.BAD_INPUT);
  }

  private static Map<String, String> addresses(String driver) {
    Map<String, String> found = new HashMap<>();
    for (Tag tag : bridges("unused").controller().tags()) {
      found.put(tag.id().name(), Addresses.of(tag, driver).orElseThrow());
    }
    return found;
  }

  private static Tag tag(String s7, TagType type) {
    Tag like = bridges("unused").controller().tags().getFirst();
    return new Tag(
        like.id(),
        like.title(),
        type,
        "",
        0,
        1,
        like.access(),
        like.initial(),
        like.modbus(),
        Optional.of(S7Address.parse(s7, type)));
  }
}
