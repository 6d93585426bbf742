package org.bumpless.plant.network.netns;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * An address of the bench's network, {@code 10.segment.x.y}, in its segment's network of 16 bits.
 *
 * @param segment 1 to 255
 * @param number 1 to 65,534
 */
record Address(int segment, int number) {
  private static final int FIRST_OCTET = 10;
  private static final int PREFIX = 16;
  private static final int OCTET = 256;

  Address {
    if (segment < 1 || segment >= OCTET || number < 1 || number >= OCTET * OCTET - 1) {
      throw new IllegalArgumentException(
          "segment %d has no address of number %d".formatted(segment, number));
    }
  }

  /** The network of a segment. */
  static String network(int segment) {
    return "%d.%d.0.0/%d".formatted(FIRST_OCTET, segment, PREFIX);
  }

  InetAddress inet() {
    byte[] octets = {FIRST_OCTET, (byte) segment, (byte) (number / OCTET), (byte) (number % OCTET)};
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With the length of its network, as {@code ip address add} takes it. */
  String inNetwork() {
    return this + "/" + PREFIX;
  }

  /** A hardware address of the bench's own making (IEEE 802, locally administered). */
  String hardware() {
    return "02:00:%02x:%02x:%02x:%02x"
        .formatted(FIRST_OCTET, segment, number / OCTET, number % OCTET);
  }

  @Override
  public String toString() {
    return "%d.%d.%d.%d".formatted(FIRST_OCTET, segment, number / OCTET, number % OCTET);
  }
}
