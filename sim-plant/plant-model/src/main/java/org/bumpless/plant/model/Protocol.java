package org.bumpless.plant.model;

/**
 * The id of an industrial protocol, for example {@code modbus-tcp} or {@code opc-ua}; the protocols
 * that exist are those whose providers are on the class path.
 */
public record Protocol(String id) implements Comparable<Protocol> {
  public static final Protocol MODBUS_TCP = new Protocol("modbus-tcp");
  public static final Protocol MODBUS_SECURITY = new Protocol("modbus-security");
  public static final Protocol OPC_UA = new Protocol("opc-ua");
  public static final Protocol S7 = new Protocol("s7");

  public Protocol {
    Names.requireName("protocol", id);
  }

  /** Whether its frames have a unit id. */
  public boolean modbus() {
    return equals(MODBUS_TCP) || equals(MODBUS_SECURITY);
  }

  @Override
  public int compareTo(Protocol other) {
    return id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id;
  }
}
