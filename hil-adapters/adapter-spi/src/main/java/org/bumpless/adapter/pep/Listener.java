package org.bumpless.adapter.pep;

import java.net.InetSocketAddress;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.EndpointSpec;

/**
 * One endpoint that the product protects: clients of a conduit reach it at the front, the product
 * reaches the controller at the upstream address.
 *
 * @param name unique in the site pack, for example {@code site-to-cell-1_LIC-101_modbus-tcp}
 * @param front where the product is to listen
 * @param upstream where the controller listens
 */
public record Listener(
    String name,
    Conduit conduit,
    Asset.Controller server,
    EndpointSpec endpoint,
    InetSocketAddress front,
    InetSocketAddress upstream) {}
