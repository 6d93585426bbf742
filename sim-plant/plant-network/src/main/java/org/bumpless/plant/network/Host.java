package org.bumpless.plant.network;

import java.net.InetAddress;
import java.util.concurrent.ThreadFactory;
import javax.net.SocketFactory;
import org.bumpless.plant.model.AssetId;

/** An asset as a host on the network. */
public interface Host {
  AssetId id();

  InetAddress address();

  /**
   * Makes client sockets, not bound yet, that belong to this host; who uses them binds them to its
   * address.
   */
  SocketFactory sockets();

  /** Makes platform threads whose sockets belong to this host; they do not keep the bench alive. */
  ThreadFactory threads(String name);
}
