package org.bumpless.plant.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.SafetyFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault at a time, put into a sound plant: exactly that fault is told, at its place. */
class PlantFileRefusalTest {
  @Test
  void theSoundPlantIsSound() throws BadFileException, IOException {
    Plant plant =
        PlantFile.parse("sound.yaml", Beside.soundPlant().getBytes(StandardCharsets.UTF_8));

    assertThat(plant.safetyFunctions())
        .extracting(SafetyFunction::processSafetyTime)
        .containsExactly(Duration.ofSeconds(20));
    assertThat(plant.process().units().getFirst().parameters()).containsEntry("areaM2", 2.0);
    assertThat(plant.process().units().getLast().parameters()).containsEntry("areaM2", 0.5);
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @MethodSource("faults")
  void isRefused(String replaced, String by, String told) throws IOException {
    String sound = Beside.soundPlant();
    assertThat(sound).as("the text to replace stands once").containsOnlyOnce(replaced);

    byte[] faulty = sound.replace(replaced, by).getBytes(StandardCharsets.UTF_8);
    BadFileException refusal =
        catchThrowableOfType(BadFileException.class, () -> PlantFile.parse("p.yaml", faulty));

    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.getMessage()).isEqualTo("p.yaml:" + told);
  }

  static Stream<Arguments> faults() {
    return Stream.of(zones(), conduits(), types(), assets(), flows(), process())
        .flatMap(faults -> faults);
  }

  private static Stream<Arguments> zones() {
    return Stream.of(
        fault(
            "level: L0, target",
            "level: L7, target",
            "6:38: found text \"L7\"; expected one of L0, L1, L2, L3, L3.5, L4, L5"),
        fault("safety: true", "safety: yes", "7:62: found text \"yes\"; expected true or false"));
  }

  private static Stream<Arguments> conduits() {
    String budget =
        "budget: {addedP50Max: 5 ms, addedP999Max: 50 ms, setupMax: 1 s, revokeMax: 5 s}";
    return Stream.of(
        fault(
            "{id: wires, from: cell, to: field, enforcement: none}",
            "{id: wires, from: cell, to: field, enforcement: pep, " + budget + "}",
            "11:53: found a PEP between L1 and L0 (cell to field); expected enforcement: none,"
                + " and the PEP in a conduit that leads to L1 from above"),
        fault(
            "{id: wires, from: cell, to: field, enforcement: none}",
            "{id: wires, from: field, to: cell, enforcement: pep, " + budget + "}",
            "11:53: found a PEP between L1 and L0 (field to cell); expected enforcement: none,"
                + " and the PEP in a conduit that leads to L1 from above"),
        fault(
            "to: control, enforcement: diode",
            "to: control, enforcement: pep, " + budget,
            "12:56: found a PEP at the safety zone \"sis\"; expected enforcement: none or"
                + " diode: nothing may stand in the loop of a SIS"),
        fault(
            "to: field, enforcement",
            "to: cell, enforcement",
            "11:33: found zone \"cell\" at both ends; expected another zone"),
        fault(
            "from: cell, to: field",
            "from: control, to: cell",
            "11:36: found a second conduit from control to cell; expected one: a conduit is"
                + " the only way between two zones, and control-cell is there already"),
        fault(
            "{id: wires,",
            "{id: control-cell,",
            "11:10: found conduit \"control-cell\" again; expected each conduit once (first on"
                + " line 10)"),
        fault(
            "from: cell, to: field",
            "from: cell, to: elsewhere",
            "11:33: found unknown zone \"elsewhere\"; expected one of office, control, cell,"
                + " field, sis"),
        fault("revokeMax: 5 s", "revokeMax: 0 s", "10:142: found 0 s; expected more than zero"),
        fault(
            ", " + budget,
            "",
            "10:62: found pep without a budget; expected key budget beside it with addedP50Max,"
                + " addedP999Max, setupMax, revokeMax"),
        fault(
            "enforcement: pep, budget",
            "enforcement: none, budget",
            "10:76: found a budget where nothing is enforced; expected no budget here, or"
                + " enforcement: pep above it"));
  }

  private static Stream<Arguments> types() {
    return Stream.of(
        fault(
            "personality: modern",
            "personality: ancient",
            "17:18: found unknown personality \"ancient\"; expected one of modern,"
                + " siemens-s7-300, siemens-s7-1500, rockwell-controllogix, schneider-m580,"
                + " openplc"),
        fault("scan: 10 ms", "scan: 0 ms", "19:11: found 0 ms; expected more than zero"),
        fault(
            "scan: 10 ms",
            "scan: -10 ms",
            "19:11: found text \"-10 ms\"; expected a length of time such as 5 ms, 10 s or 1 h"
                + " (units: us, ms, s, min, h, d)"),
        fault(
            "{protocol: opc-ua, port: 4840}",
            "{protocol: modbus-tcp, port: 4840, unit: 1}",
            "23:20: found protocol modbus-tcp again; expected each protocol once in a type"),
        fault(
            "port: 4840",
            "port: 502",
            "23:34: found port 502 again; expected another port: modbus-tcp is served there"),
        fault(
            ", unit: 1",
            "",
            "22:20: found modbus-tcp without a unit; expected key unit beside it: 0 to 255"),
        fault(
            "port: 4840",
            "port: 4840, unit: 1",
            "23:46: found a unit id with protocol opc-ua; expected no unit: only Modbus has"
                + " one"),
        fault(
            "port: 4840",
            "port: 4840, protection: write",
            "23:52: found a protection with protocol opc-ua; expected none: only s7 has one"),
        fault(
            "name: ESD",
            "name: PV",
            "28:16: found tag \"PV\" again; expected each tag once (first on line 25)"),
        fault(
            "initial: 50",
            "initial: 100.5",
            "26:98: found 100.5; expected a value inside the tag's range, 0 to 100"),
        fault("high: 1,", "high: -1,", "27:60: found -1; expected more than low, which is 0"),
        fault(
            "initial: 1,",
            "initial: 0.5,",
            "27:92: found 0.5; expected an INT: a whole number, -32768 to 32767"),
        fault("initial: false,", "initial: 0,", "28:90: found 0; expected true or false"),
        fault(
            "holding 2",
            "holding 1",
            "27:103: found Modbus address holding 1, which tag SP takes already; expected an"
                + " address of its own (a REAL takes two)"),
        fault(
            "holding 2",
            "holding 65536",
            "27:103: found Modbus address \"65536\"; expected a zero-based address, 0 to"
                + " 65535"),
        fault(
            "holding 0",
            "holding 65535",
            "26:110: found \"holding 65535\" for a REAL; expected 65534 at most: a REAL takes"
                + " two"),
        fault(
            "coil 0",
            "discrete 0",
            "28:105: found a read-write tag at \"discrete 0\"; expected coil: Modbus cannot"
                + " write to the other table"),
        fault(
            "coil 0",
            "holding 4",
            "28:105: found BOOL at \"holding 4\"; expected coil or discrete for a BOOL"),
        fault(
            "holding 2",
            "coil 2",
            "27:103: found INT at \"coil 2\"; expected input or holding for a number"));
  }

  private static Stream<Arguments> assets() {
    return Stream.of(
        fault(
            "zone: office, title: Workstation",
            "zone: moon, title: Workstation",
            "30:54: found unknown zone \"moon\"; expected one of office, control, cell, field,"
                + " sis"),
        fault(
            "type: loop,",
            "type: spool,",
            "32:68: found unknown controller type \"spool\"; expected loop"),
        fault(
            ", type: loop",
            "",
            "32:23: found a controller without a type; expected key type beside it"),
        fault(
            ", device: T-1}\n",
            "}\n",
            "32:68: found a controller without a device; expected key device beside it, because"
                + " its type loop is wired to $device"),
        fault(
            "device: T-1}\n",
            "device: HMI-1}\n",
            "32:82: found \"HMI-1\", which is no field device; expected an asset of kind"
                + " field-device"),
        fault(
            "SPARE: T-2.level",
            "SPARE: T-7.level",
            "20:39: found unknown asset \"T-7\"; expected one of EWS-1, HMI-1, LIC-1, SIS-1,"
                + " T-1, T-2"),
        fault(
            "title: Operator station",
            "title: Operator station, device: T-1",
            "31:76: found key \"device\" with kind hmi; expected it with kind controller only"),
        fault(
            "zone: sis, title",
            "zone: cell, title",
            "33:48: found a safety-controller in cell; expected a zone with safety: true: a SIS"
                + " is an island"),
        fault(
            "kind: engineering-workstation, zone: office",
            "kind: engineering-workstation, zone: field",
            "30:54: found kind engineering-workstation at L0; expected a zone at L1 or above: at"
                + " L0 there are field devices only"),
        fault(
            "kind: field-device, zone: field, title: Tank 2",
            "kind: field-device, zone: cell, title: Tank 2",
            "35:41: found a field-device at L1; expected a zone at L0: it has wires, not an"
                + " address"));
  }

  private static Stream<Arguments> flows() {
    return Stream.of(
        fault(
            "client: HMI-1",
            "client: HMI-2",
            "37:24: found unknown asset \"HMI-2\"; expected one of EWS-1, HMI-1, LIC-1, SIS-1,"
                + " T-1, T-2"),
        fault(
            "client: HMI-1",
            "client: T-1",
            "37:24: found field device T-1; expected an asset with an address on the network"),
        fault(
            "servers: [LIC-1]",
            "servers: [EWS-1]",
            "37:41: found \"EWS-1\" as a server; expected an asset of kind controller"),
        fault(
            "servers: [LIC-1]",
            "servers: [LIC-1, LIC-1]",
            "37:48: found server \"LIC-1\" again; expected each server once"),
        fault(
            "protocol: modbus-tcp, tags",
            "protocol: s7, tags",
            "37:59: found protocol s7, which LIC-1 does not serve; expected one of modbus-tcp,"
                + " opc-ua"),
        fault(
            "tags: [PV, SP]",
            "tags: [PV, KP]",
            "37:82: found unknown tag \"KP\" of LIC-1; expected one of PV, SP, MODE, ESD"),
        fault(
            "tags: [PV, SP]",
            "tags: [PV]",
            "37:91: found writes: true with read-only tags; expected false, or a read-write"
                + " tag"),
        fault("period: 250 ms", "period: 0 ms", "37:109: found 0 ms; expected more than zero"),
        fault(
            "{id: control-cell, from: control, to: cell",
            "{id: control-cell, from: cell, to: control",
            "37:41: found no conduit from HMI-1 in control to LIC-1 in cell; expected conduits"
                + " that lead there, client zone first"),
        fault(
            "enforcement: pep, budget: {addedP50Max: 5 ms, addedP999Max: 50 ms, setupMax: 1 s,"
                + " revokeMax: 5 s}",
            "enforcement: diode",
            "37:41: found a diode (control-cell) on the way from HMI-1 in control to LIC-1 in"
                + " cell; expected conduits that carry the server's answers back"),
        fault(
            "kind: controller, zone: cell",
            "kind: controller, zone: sis",
            "37:41: found a flow against a diode (sis-out) from HMI-1 in control to LIC-1 in"
                + " sis; expected a flow in the diode's direction or a conduit beside it"));
  }

  private static Stream<Arguments> process() {
    return Stream.of(
        fault(
            ", {device: T-2}",
            "",
            "20:39: found device \"T-2\", which is no unit of the process; expected a device"
                + " listed under process: units"),
        fault(
            "{device: T-2}",
            "{device: T-2}, {device: T-2}",
            "41:75: found process unit \"T-2\" again; expected each process unit once (first on"
                + " line 41)"),
        fault("areaM2: 0.5", "areaM2: .inf", "40:22: found text \".inf\"; expected a number"),
        fault(
            "solver: SIS-1",
            "solver: LIC-1",
            "43:53: found \"LIC-1\"; expected an asset of kind safety-controller"),
        fault(
            "sensors: [T-1.levelSwitch]",
            "sensors: [T-3.levelSwitch]",
            "43:70: found unknown asset \"T-3\"; expected one of EWS-1, HMI-1, LIC-1, SIS-1,"
                + " T-1, T-2"),
        fault(
            "processSafetyTime: 20 s",
            "processSafetyTime: 0 s",
            "43:230: found 0 s; expected more than zero"),
        fault(
            "sensors: [T-1.levelSwitch]",
            "sensors: [T-1.level]",
            "43:70: found \"T-1.level\", to which LIC-1 is wired too; expected a signal of its"
                + " own: a SIS shares no sensor and no final element with control"),
        fault(
            "voting: 1oo1", "voting: 2oo3", "43:69: found 1 sensors with 2oo3; expected 3 of them"),
        fault(
            "tripAbove: 95",
            "tripAbove: 121",
            "43:141: found 121.0, which no sound sensor shows; expected a limit inside the range of"
                + " 0.0 to 120.0"),
        fault(
            "tripAbove: 95, ",
            "",
            "43:10: found no limit; expected one of tripAbove and tripBelow beside it"),
        fault(
            "enforcement: diode",
            "enforcement: none",
            "12:56: found an open way at the safety zone \"sis\"; expected enforcement: diode, out"
                + " of the safety zone: a SIS is an island"),
        fault(
            "from: sis, to: control, enforcement: diode",
            "from: control, to: sis, enforcement: diode",
            "12:56: found a diode into the safety zone \"sis\"; expected a diode out of it: a SIS"
                + " is an island"),
        fault(
            "id: overfill",
            "id: 7",
            "43:10: found 7; expected a name: a letter, then letters, digits, '-' or '_', 63 at"
                + " most"));
  }

  private static Arguments fault(String replaced, String by, String told) {
    return arguments(replaced, by, told);
  }
}
