package org.bumpless.plant.model;

/**
 * The place of a tag in the Modbus data model (Modbus Application Protocol V1.1b3, 4.3). A REAL
 * takes two registers, high word first; an INT one; a BOOL one coil or discrete input.
 *
 * @param table which of the four tables
 * @param offset zero-based protocol address, 0 to 65535
 */
public record ModbusAddress(Table table, int offset) {
  /** One of the four primary tables. */
  public enum Table {
    COIL,
    DISCRETE_INPUT,
    INPUT_REGISTER,
    HOLDING_REGISTER
  }

  public ModbusAddress {
    if (offset < 0 || offset > 0xFFFF) {
      throw new IllegalArgumentException("Modbus address " + offset + ": expected 0 to 65535");
    }
  }
}
