package org.bumpless.endpoint.modbus.pdu;

import org.bumpless.plant.model.ModbusAddress.Table;

/**
 * Neighbouring places in one of the four tables.
 *
 * @param offset zero-based address of the first, 0 to 65535
 * @param count how many, 1 or more
 */
public record Range(Table table, int offset, int count) {

  /** The address behind the last. */
  public int end() {
    return offset + count;
  }

  /** The written form: {@code holding 100 x 10}. */
  @Override
  public String toString() {
    return word() + " " + offset + " x " + count;
  }

  private String word() {
    return switch (table) {
      case COIL -> "coil";
      case DISCRETE_INPUT -> "discrete";
      case INPUT_REGISTER -> "input";
      case HOLDING_REGISTER -> "holding";
    };
  }
}
