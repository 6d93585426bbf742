package org.bumpless.plant.network.loopback;

import java.net.InetAddress;
import java.util.concurrent.ThreadFactory;
import javax.net.SocketFactory;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.network.Host;

/** A host that is an address of the loopback interface. */
record LoopbackHost(AssetId id, InetAddress address) implements Host {

  @Override
  public SocketFactory sockets() {
    return SocketFactory.getDefault();
  }

  @Override
  public ThreadFactory threads(String label) {
    return place().threads(label);
  }

  @Override
  public <T, E extends Exception> T within(Work<T, E> work) throws E, InterruptedException {
    return place().within(work);
  }

  private LoopbackPlace place() {
    return new LoopbackPlace(id.value());
  }
}
