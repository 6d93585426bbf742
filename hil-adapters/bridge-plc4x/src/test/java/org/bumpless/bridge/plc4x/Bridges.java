package org.bumpless.bridge.plc4x;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.bumpless.adapter.bridge.BridgeEvent;
import org.bumpless.adapter.bridge.BridgePlan;
import org.bumpless.adapter.bridge.RealController;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.BridgeSpec;
import org.bumpless.plant.model.BridgeSpec.Point;
import org.bumpless.plant.model.BridgeSpec.Role;
import org.bumpless.plant.model.BridgeSpec.Writable;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.Firmware;
import org.bumpless.plant.model.ModbusAddress;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plant.model.Personality;
import org.bumpless.plant.model.ProgramSpec;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.S7Address;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.model.ZoneId;

/** A controller of the plant with a bridge to a real one. */
final class Bridges {
  static final AssetId LIC = new AssetId("LIC-1");
  static final TagId SP = new TagId(LIC, "SP");
  static final TagId PV = new TagId(LIC, "PV");
  static final TagId MODE = new TagId(LIC, "MODE");
  static final TagId LOCK = new TagId(LIC, "LOCK");

  /** Where the OPC UA server of the tests keeps the tags. */
  static final Map<String, String> NODES =
      Map.of(
          "SP", "ns=1;s=SP;REAL",
          "PV", "ns=1;s=PV;REAL",
          "MODE", "ns=1;s=MODE;INT",
          "LOCK", "ns=1;s=LOCK;BOOL");

  final Queue<BridgeEvent> events = new ConcurrentLinkedQueue<>();
  private final Path folder;
  private final String connection;
  private Role role = Role.CONTROL;
  private boolean flag = true;
  private Duration deadMan = Duration.ofSeconds(10);
  private Map<String, String> addresses = Map.of();
  private Optional<TagId> interlock = Optional.empty();
  private List<TagId> written = List.of(SP, MODE, LOCK);

  /**
   * @param folder of the run
   */
  Bridges(Path folder, String connection) {
    this.folder = folder;
    this.connection = connection;
  }

  static Bridges modbus(Path folder, int port) {
    return new Bridges(folder, "modbus-tcp://127.0.0.1:" + port + "?unit-identifier=1");
  }

  Bridges as(Role wanted) {
    role = wanted;
    return this;
  }

  Bridges withoutFlag() {
    flag = false;
    return this;
  }

  Bridges deadMan(Duration wanted) {
    deadMan = wanted;
    return this;
  }

  Bridges locked() {
    interlock = Optional.of(LOCK);
    return this;
  }

  /** What a bridge that controls may write; all of them unless this is said. */
  Bridges writing(TagId... tags) {
    written = List.of(tags);
    return this;
  }

  /** Tags at places of their own. */
  Bridges at(Map<String, String> places) {
    addresses = places;
    return this;
  }

  RealController open() throws Exception {
    Asset.Controller controller = controller();
    return new Plc4xProvider()
        .open(
            new BridgePlan(
                controller,
                controller.bridge().orElseThrow(),
                flag,
                folder,
                new RealClock(),
                events::add));
  }

  Asset.Controller controller() {
    List<Tag> tags =
        List.of(
            tag(SP, TagType.REAL, TagAccess.READ_WRITE, Table.HOLDING_REGISTER, 0, "DB1.DBD4"),
            tag(PV, TagType.REAL, TagAccess.READ_ONLY, Table.INPUT_REGISTER, 0, "DB1.DBD0"),
            tag(MODE, TagType.INT, TagAccess.READ_WRITE, Table.HOLDING_REGISTER, 2, "DB1.DBW8"),
            tag(LOCK, TagType.BOOL, TagAccess.READ_WRITE, Table.COIL, 0, "DB1.DBX10.0"));
    return new Asset.Controller(
        LIC,
        new ZoneId("cell-1"),
        "Level of tank 1",
        new Personality("modern", "Virtual Works", "BVW", "1", false, 64, Firmware.ANY),
        new ProgramSpec("level-loop", Duration.ofMillis(10), Map.of()),
        List.of(new EndpointSpec(Protocol.MODBUS_TCP, 502, 1)),
        tags,
        Optional.of(spec(tags)));
  }

  private BridgeSpec spec(List<Tag> tags) {
    Duration poll = Duration.ofMillis(100);
    return new BridgeSpec(
        "plc4x",
        connection,
        role,
        tags.stream()
            .map(
                tag ->
                    new Point(
                        tag.id(),
                        Optional.ofNullable(addresses.get(tag.id().name())),
                        1,
                        0,
                        poll,
                        0,
                        7))
            .toList(),
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        deadMan,
        interlock,
        role == Role.CONTROL
            ? Stream.of(
                    new Writable(SP, 0, 100, 1_000, Duration.ZERO),
                    new Writable(MODE, 0, 100, 1_000, Duration.ZERO),
                    new Writable(LOCK, 0, 1, 0, Duration.ZERO))
                .filter(writable -> written.contains(writable.tag()))
                .toList()
            : List.of(),
        false,
        6);
  }

  private static Tag tag(
      TagId id, TagType type, TagAccess access, Table table, int offset, String s7) {
    return new Tag(
        id,
        id.name(),
        type,
        "",
        0,
        100,
        access,
        TagValue.of(type, 0),
        Optional.of(new ModbusAddress(table, offset)),
        Optional.of(S7Address.parse(s7, type)));
  }
}
