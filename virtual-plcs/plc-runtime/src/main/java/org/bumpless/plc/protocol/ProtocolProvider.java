package org.bumpless.plc.protocol;

import java.io.IOException;
import org.bumpless.plant.model.Protocol;

/** One industrial protocol: how a controller serves it and how a client of the bench speaks it. */
public interface ProtocolProvider {
  Protocol protocol();

  /**
   * Starts to serve a controller's process image.
   *
   * @throws IOException if the address cannot be bound; the message names it
   */
  Endpoint serve(ServeSettings settings) throws IOException;

  /** A client that is not connected yet; it connects at its first operation. */
  ProtocolClient client(ClientSettings settings);
}
