package org.bumpless.plant.network;

import java.net.InetAddress;
import java.util.concurrent.ThreadFactory;
import javax.net.SocketFactory;
import org.bumpless.plant.model.AssetId;

/** A host that is an address of the loopback interface. */
record LoopbackHost(AssetId id, InetAddress address) implements Host {

  @Override
  public SocketFactory sockets() {
    return SocketFactory.getDefault();
  }

  @Override
  public ThreadFactory threads(String name) {
    return Thread.ofPlatform().daemon().name(id + "-" + name + "-", 0).factory();
  }
}
