package org.bumpless.endpoint.modbus;

import static org.bumpless.plant.model.ModbusAddress.Table.COIL;
import static org.bumpless.plant.model.ModbusAddress.Table.DISCRETE_INPUT;
import static org.bumpless.plant.model.ModbusAddress.Table.HOLDING_REGISTER;
import static org.bumpless.plant.model.ModbusAddress.Table.INPUT_REGISTER;
import static org.bumpless.plant.model.TagAccess.READ_ONLY;
import static org.bumpless.plant.model.TagAccess.READ_WRITE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.ModbusAddress;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plant.model.Personality;
import org.bumpless.plant.model.ProgramSpec;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.model.ZoneId;

/**
 * The controller that the tests talk to. Its tables have gaps, read-only places and both sizes of
 * values.
 */
public final class TestPlant {
  public static final AssetId CONTROLLER = new AssetId("LIC-101");
  public static final int UNIT = 7;
  public static final int CONNECTIONS_MAX = 64;

  /** First of 200 INT registers and of 2100 coils, for the limits of one request. */
  public static final int WIDE = 100;

  private static final int WIDE_REGISTERS = 200;
  private static final int WIDE_COILS = 2100;

  private TestPlant() {}

  /** Holding: SP 0-1, MODE 2, LIMIT 3-4 (read-only), gap, KP 6-7, FLAG 8. */
  public static List<Tag> tags() {
    List<Tag> tags = new ArrayList<>();
    tags.add(tag("SP", new TagValue.Real(50.0f), HOLDING_REGISTER, 0, READ_WRITE));
    tags.add(tag("MODE", new TagValue.Int((short) 2), HOLDING_REGISTER, 2, READ_WRITE));
    tags.add(tag("LIMIT", new TagValue.Real(90.0f), HOLDING_REGISTER, 3, READ_ONLY));
    tags.add(tag("KP", new TagValue.Real(1.5f), HOLDING_REGISTER, 6, READ_WRITE));
    tags.add(tag("FLAG", new TagValue.Bool(false), HOLDING_REGISTER, 8, READ_WRITE));
    tags.add(tag("PV", new TagValue.Real(48.25f), INPUT_REGISTER, 0, READ_ONLY));
    tags.add(tag("COUNT", new TagValue.Int((short) -3), INPUT_REGISTER, 2, READ_ONLY));
    tags.add(tag("RUN", new TagValue.Bool(true), COIL, 0, READ_WRITE));
    tags.add(tag("AUTO", new TagValue.Bool(false), COIL, 1, READ_WRITE));
    tags.add(tag("LOCK", new TagValue.Bool(true), COIL, 2, READ_ONLY));
    tags.add(tag("EXTRA", new TagValue.Bool(false), COIL, 4, READ_WRITE));
    tags.add(tag("HIGH", new TagValue.Bool(false), DISCRETE_INPUT, 0, READ_ONLY));
    tags.add(tag("LOW", new TagValue.Bool(true), DISCRETE_INPUT, 1, READ_ONLY));
    tags.add(tag("HIDDEN", new TagValue.Int((short) 1), READ_WRITE, Optional.empty()));
    return tags;
  }

  /** The tags and the wide stretches of registers and coils. */
  public static List<Tag> wideTags() {
    List<Tag> tags = tags();
    for (int index = 0; index < WIDE_REGISTERS; index++) {
      tags.add(
          tag(
              "W" + index,
              new TagValue.Int((short) index),
              HOLDING_REGISTER,
              WIDE + index,
              READ_WRITE));
    }
    for (int index = 0; index < WIDE_COILS; index++) {
      tags.add(tag("C" + index, new TagValue.Bool(index % 3 == 0), COIL, WIDE + index, READ_WRITE));
    }
    return tags;
  }

  public static Tag tag(String name, TagValue initial, Table table, int offset, TagAccess access) {
    return tag(name, initial, access, Optional.of(new ModbusAddress(table, offset)));
  }

  public static TagId id(String name) {
    return new TagId(CONTROLLER, name);
  }

  public static EndpointSpec spec() {
    return new EndpointSpec(Protocol.MODBUS_TCP, 502, UNIT);
  }

  public static Asset.Controller controller(List<Tag> tags) {
    return new Asset.Controller(
        CONTROLLER,
        new ZoneId("cell-1"),
        "Level control of tank 101",
        new Personality("p300", "Nordhaus", "P300", "V2.14", false, CONNECTIONS_MAX),
        new ProgramSpec("level-loop", Duration.ofMillis(10), Map.of()),
        List.of(spec()),
        tags);
  }

  private static Tag tag(
      String name, TagValue initial, TagAccess access, Optional<ModbusAddress> address) {
    return new Tag(id(name), name, initial.type(), "", 0, 100, access, initial, address);
  }
}
