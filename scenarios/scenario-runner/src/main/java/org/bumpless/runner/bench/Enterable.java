package org.bumpless.runner.bench;

import java.net.InetAddress;
import org.bumpless.plant.model.Asset;

/**
 * A host that a person can enter, to run programs of their own on it.
 *
 * @param entry the command line that comes before the program's own
 */
public record Enterable(Asset asset, InetAddress address, String entry) {}
