package org.bumpless.plant.network.netns;

import java.net.InetAddress;
import java.util.concurrent.ThreadFactory;
import javax.net.SocketFactory;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.network.Host;

/** A host that is a network namespace. */
record NetnsHost(AssetId id, InetAddress address, Namespace namespace) implements Host {

  @Override
  public SocketFactory sockets() {
    return new NamespaceSockets(namespace);
  }

  @Override
  public ThreadFactory threads(String label) {
    return namespace.threads(label);
  }

  @Override
  public <T, E extends Exception> T within(Work<T, E> work) throws E, InterruptedException {
    return namespace.within(work);
  }
}
