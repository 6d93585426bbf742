package org.bumpless.plant.model;

import java.util.Optional;
import java.util.Set;

/**
 * What the firmware of a make of controllers can do and what it leaves out.
 *
 * @param protocols those it can be asked in; empty if in whatever the bench knows
 * @param engineering those in which it takes a program, and is started and stopped; empty if in
 *     whatever it speaks
 * @param modbusIdentification whether it answers Modbus function 43, device identification; one
 *     that does not answers with exception 1
 * @param s7PacketBytes the longest S7comm packet that it agrees to, 240 to 960 bytes
 */
public record Firmware(
    Optional<Set<Protocol>> protocols,
    Optional<Set<Protocol>> engineering,
    boolean modbusIdentification,
    int s7PacketBytes) {
  /** What most controllers of the larger sort agree to. */
  public static final int USUAL_S7_PACKET_BYTES = 480;

  /** One that leaves nothing out. */
  public static final Firmware ANY =
      new Firmware(Optional.empty(), Optional.empty(), true, USUAL_S7_PACKET_BYTES);

  public Firmware {
    protocols = protocols.map(Set::copyOf);
    engineering = engineering.map(Set::copyOf);
  }

  /** Whether it can be asked in a protocol. */
  public boolean speaks(Protocol protocol) {
    return protocols.map(all -> all.contains(protocol)).orElse(true);
  }

  /** Whether it takes programs and orders in a protocol that it speaks. */
  public boolean takesOrders(Protocol protocol) {
    return engineering.map(all -> all.contains(protocol)).orElse(true);
  }
}
