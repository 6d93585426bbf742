package org.bumpless.runner.bench;

import java.net.InetSocketAddress;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.EndpointSpec;

/**
 * A port that a controller of the running plant serves.
 *
 * @param reach what a client program is told besides the address, for example {@code unit 1}
 */
public record Served(
    Asset.Controller controller, EndpointSpec spec, InetSocketAddress address, String reach) {}
