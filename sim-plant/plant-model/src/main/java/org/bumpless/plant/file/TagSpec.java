package org.bumpless.plant.file;

import java.util.Optional;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ModbusAddress;
import org.bumpless.plant.model.S7Address;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;

/** A tag as a controller type has it, before there is a controller. */
record TagSpec(
    String name,
    String title,
    TagType type,
    String unit,
    double low,
    double high,
    TagAccess access,
    TagValue initial,
    Optional<ModbusAddress> modbus,
    Optional<S7Address> s7) {

  /** The tag of one controller. */
  Tag of(AssetId controller) {
    return new Tag(
        new TagId(controller, name), title, type, unit, low, high, access, initial, modbus, s7);
  }
}
