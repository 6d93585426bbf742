package org.bumpless.plant.network.tap;

import java.nio.ByteBuffer;

/**
 * An Ethernet frame as it passed a leg of the product.
 *
 * @param epochNanos when, by the kernel's wall clock, nanoseconds since 1970: differences between
 *     frames of one tap are measurements
 * @param leg number of the leg, see {@link Tap#legs()}
 * @param outgoing whether the product's host sent it; else it received it
 * @param length bytes on the wire; {@code bytes} may hold fewer
 * @param bytes from the Ethernet header on, network byte order; valid during the call only
 */
public record Frame(long epochNanos, int leg, boolean outgoing, int length, ByteBuffer bytes) {}
