package org.bumpless.plant.network;

import java.net.InetAddress;
import javax.net.SocketFactory;
import org.bumpless.plant.model.AssetId;

/** An asset as a host on the network. */
public interface Host extends Place {
  AssetId id();

  InetAddress address();

  /**
   * Makes client sockets, not bound yet, that belong to this host; who uses them binds them to its
   * address.
   */
  SocketFactory sockets();
}
