package org.bumpless.plant.model;

/**
 * A protocol that a controller serves.
 *
 * @param port TCP port, 1 to 65535
 * @param unit Modbus unit id, 0 to 255; 0 for other protocols
 */
public record EndpointSpec(Protocol protocol, int port, int unit) {}
