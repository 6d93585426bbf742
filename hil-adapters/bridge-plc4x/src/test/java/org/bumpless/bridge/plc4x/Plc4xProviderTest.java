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
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about a bridge before anything is reached for. */
class Plc4xProviderTest {
  private static final Map<String, String> EIP =
      Map.of("SP", "SP:REAL", "PV", "PV:REAL", "MODE", "MODE:INT", "LOCK", "LOCK:BOOL");

  private static final String EIP_CONNECTION =
      "eip://192.0.2.7?big-endian=false&force-unconnected-operation=true";

  private static final String LOGIX_CONNECTION =
      "logix://192.0.2.7?slot=2&force-unconnected-operation=true";

  @ParameterizedTest
  @CsvSource({"modbus-tcp://192.0.2.7:502", "s7://192.0.2.7?remote-rack=0&remote-slot=2"})
  void addressesFollowFromTheTags(String connection) {
    assertThatCode(() -> check(bridges(connection))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {EIP_CONNECTION, LOGIX_CONNECTION})
  void etherNetIpTakesNamesOfTags(String connection) {
    assertThatCode(() -> check(bridges(connection).at(EIP))).doesNotThrowAnyException();
    refusal(bridges(connection), "line 7: LIC-1.SP: found no address for ", "; expected one");
  }

  @Test
  void etherNetIpIsWrittenWordByWord() throws Exception {
    Bridges bridges = bridges(EIP_CONNECTION).at(EIP).as(Role.CONTROL);
    check(bridges.writing(Bridges.SP, Bridges.MODE));
    refusal(
        bridges.writing(Bridges.LOCK),
        "line 7: LIC-1.LOCK: found address \"LOCK:BOOL\" of type BOOL for a tag that is written",
        "the driver writes no single bytes by EtherNet/IP; expected INT, DINT,");
  }

  /** What EtherNetIpIT shows of the driver. */
  @ParameterizedTest
  @CsvSource({
    "MIRROR, eip://h, in big-endian order, expected big-endian=false",
    "SHADOW, eip://h?big-endian=true, in big-endian order, expected big-endian=false",
    "CONTROL, eip://h?big-endian=false, one number, expected force-unconnected-operation=true",
    "CONTROL, logix://h?force-unconnected-operation=false, one number, expected force-unconnected",
    "MIRROR, 'logix://h?force-unconnected-operation=true&communication-path=1,2', heed, expected b"
  })
  void refusesAConnectionByEtherNetIpOnWhichTheDriverGoesWrong(
      Role role, String connection, String found, String expected) {
    refusal(
        bridges(connection).at(EIP).as(role),
        "line 6: LIC-1: found ",
        "EtherNet/IP",
        found,
        "; " + expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eip://h?big-endian=false", "logix://h", "logix://h:44818?slot=1"})
  void readsByEtherNetIpOnAConnectionToo(String connection) throws Exception {
    check(bridges(connection).at(EIP));
  }

  /** The driver takes each of them, for another tag or for none. */
  @ParameterizedTest
  @CsvSource({
    "SP, expected the name of one tag",
    "%SP:REAL, expected the name of one tag",
    "Program:Main.SP:REAL, 'outside programs, with its type'",
    "SP.5:REAL, expected the name of one tag",
    "SPS[3:REAL, expected the name of one tag",
    "SPS[256]:REAL, 'element 256 in address \"SPS[256]:REAL\"'",
    "SP:REAL:5, expected the name of one tag",
    "SP:UDINT, 'of type UDINT, which the driver cannot read'",
    "SP:FLOAT, 'of type FLOAT, which the driver cannot read'",
    "SP:BOOL, 'of type BOOL for a tag of type REAL; expected for example SP:REAL'",
    "a b, 'for example SP:REAL, LINE.SP:REAL or SPS[3]:REAL'"
  })
  void refusesAnAddressThatTheDriverOfEtherNetIpWouldTakeForAnother(String address, String told) {
    Map<String, String> places = new HashMap<>(EIP);
    places.put("SP", address);
    refusal(bridges(EIP_CONNECTION).at(places), "line 7: LIC-1.SP: found ", address, told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SP:REAL", "LINE.SP:REAL", "_a.b_1.C:LREAL", "SPS[0]:INT", "SPS[255]:LINT"})
  void takesAnAddressOfEtherNetIp(String address) throws Exception {
    Map<String, String> places = new HashMap<>(EIP);
    places.put("SP", address);
    check(bridges(EIP_CONNECTION).at(places).as(Role.CONTROL).writing(Bridges.SP));
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
