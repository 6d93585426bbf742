package org.bumpless.endpoint.modbus.server;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bumpless.endpoint.modbus.pdu.EngineeringFunction;
import org.bumpless.plant.model.ProgramText;

/**
 * A program that comes in block by block, each where the last one ended. Used under the lock of
 * {@link ProgramLoader}.
 */
final class Download {
  private final String peer;
  private final String name;
  private final byte[] text;
  private int received;

  /**
   * @param peer who sends it; nobody else may go on with it
   * @param bytes how long it will be
   */
  Download(String peer, String name, int bytes) {
    this.peer = peer;
    this.name = name;
    this.text = new byte[bytes];
  }

  boolean belongsTo(String sender) {
    return peer.equals(sender);
  }

  /** Takes a block; tells whether it is the next and fits. */
  boolean add(int offset, byte[] block) {
    if (offset != received || block.length > text.length - received) {
      return false;
    }
    System.arraycopy(block, 0, text, received, block.length);
    received += block.length;
    return true;
  }

  int received() {
    return received;
  }

  /** The whole program, if it is there and is what its sender says. */
  Optional<ProgramText> whole(String checksum) {
    if (received < text.length || text.length > EngineeringFunction.TEXT_BYTES) {
      return Optional.empty();
    }
    return Optional.of(new ProgramText(name, new String(text, StandardCharsets.UTF_8)))
        .filter(program -> program.checksum().equals(checksum));
  }
}
