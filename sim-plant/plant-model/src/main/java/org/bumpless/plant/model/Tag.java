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
    Optional<ModbusAddress> modbus) {}
