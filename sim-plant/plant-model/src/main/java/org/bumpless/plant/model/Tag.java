package org.bumpless.plant.model;

import java.util.Optional;

/**
 * A named value in a controller's process image.
 *
 * @param title what it means in the plant, for people
 * @param unit engineering unit as in UNECE Recommendation 20 spoken form, for example {@code %},
 *     {@code l/s}; empty if none
 * @param low lower end of the engineering range
 * @param high upper end of the engineering range
 * @param initial value at the first scan
 * @param modbus where the tag stands in the Modbus data model, if it does
 * @param s7 where it lies in the memory areas of S7comm, if it does
 */
public record Tag(
    TagId id,
    String title,
    TagType type,
    String unit,
    double low,
    double high,
    TagAccess access,
    TagValue initial,
    Optional<ModbusAddress> modbus,
    Optional<S7Address> s7) {

  /** One that S7comm does not reach. */
  public Tag(
      TagId id,
      String title,
      TagType type,
      String unit,
      double low,
      double high,
      TagAccess access,
      TagValue initial,
      Optional<ModbusAddress> modbus) {
    this(id, title, type, unit, low, high, access, initial, modbus, Optional.empty());
  }
}
