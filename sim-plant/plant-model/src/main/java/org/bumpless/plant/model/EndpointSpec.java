package org.bumpless.plant.model;

/**
 * A protocol that a controller serves.
 *
 * @param port TCP port, 1 to 65535
 * @param unit Modbus unit id, 0 to 255; 0 for other protocols
 * @param protection what a password guards, in S7comm
 */
public record EndpointSpec(Protocol protocol, int port, int unit, Protection protection) {

  /** One without a password. */
  public EndpointSpec(Protocol protocol, int port, int unit) {
    this(protocol, port, unit, Protection.NONE);
  }
}
