package org.bumpless.plant.model;

/**
 * How a controller shows itself to the network: the maker's strings and what its protocols allow.
 *
 * @param vendor vendor name, as device identification tells it
 * @param product product code
 * @param revision major and minor revision
 * @param opcUaNone whether OPC UA without security is offered (old firmware); false for all that
 *     can do better
 * @param connectionsMax how many TCP connections a protocol accepts at once
 * @param firmware what else it can do and what it leaves out
 */
public record Personality(
    String id,
    String vendor,
    String product,
    String revision,
    boolean opcUaNone,
    int connectionsMax,
    Firmware firmware) {

  /** One whose firmware leaves nothing out. */
  public Personality(
      String id,
      String vendor,
      String product,
      String revision,
      boolean opcUaNone,
      int connectionsMax) {
    this(id, vendor, product, revision, opcUaNone, connectionsMax, Firmware.ANY);
  }
}
