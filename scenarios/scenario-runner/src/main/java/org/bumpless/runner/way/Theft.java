package org.bumpless.runner.way;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.Mask;
import org.bumpless.plant.network.tap.Frame;
import org.jspecify.annotations.Nullable;

/** A host takes the address of a neighbour by telling the others so (ARP spoofing). */
final class Theft implements AutoCloseable {
  private static final int TYPE = 12;
  private static final short ARP = 0x0806;
  private static final int SENDER = 14 + 14;
  private static final int ADDRESS_BYTES = 4;

  private final Fabric fabric;
  private final Legs legs;
  private final Runnable harm;
  private @Nullable Mask worn;

  /**
   * @param harm is run when the stations of the victim begin to suffer
   */
  Theft(Fabric fabric, Legs legs, Runnable harm) {
    this.fabric = fabric;
    this.legs = legs;
    this.harm = harm;
  }

  /**
   * Takes it.
   *
   * @return whether the product's host was told
   */
  synchronized boolean take(AssetId thief, AssetId victim)
      throws IOException, InterruptedException {
    close();
    Optional<Mask> mask = fabric.mask(thief, List.of(victim));
    if (mask.isEmpty()) {
      return false;
    }
    worn = mask.get();
    harm.run();
    InetAddress address = fabric.host(victim).address();
    AtomicBoolean told = new AtomicBoolean();
    legs.watch(
        frame -> {
          if (!frame.outgoing() && speaksOf(frame, address)) {
            told.set(true);
          }
        },
        mask.get()::announce);
    return told.get();
  }

  /** Whether it says where an address is to be found (RFC 826). */
  private static boolean speaksOf(Frame frame, InetAddress address) {
    ByteBuffer bytes = frame.bytes();
    int at = bytes.position();
    if (bytes.remaining() < SENDER + ADDRESS_BYTES || bytes.getShort(at + TYPE) != ARP) {
      return false;
    }
    byte[] sender = new byte[ADDRESS_BYTES];
    bytes.get(at + SENDER, sender);
    return ByteBuffer.wrap(sender).equals(ByteBuffer.wrap(address.getAddress()));
  }

  /** Gives it back. */
  @Override
  public synchronized void close() {
    Mask mask = worn;
    worn = null;
    if (mask != null) {
      mask.close();
    }
  }
}
