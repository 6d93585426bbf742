package org.bumpless.plant.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.ThreadFactory;
import javax.net.SocketFactory;
import org.bumpless.plant.model.AssetId;

/** A host that is an address of the loopback interface. */
record LoopbackHost(AssetId id, InetAddress address) implements Host {

  @Override
  public SocketFactory sockets() {
    return new BoundSockets(address);
  }

  @Override
  public ThreadFactory threads(String name) {
    return Thread.ofPlatform().daemon().name(id + "-" + name + "-", 0).factory();
  }

  /** Makes sockets that leave from one address. */
  private static final class BoundSockets extends SocketFactory {
    private final InetAddress local;

    BoundSockets(InetAddress local) {
      this.local = local;
    }

    @Override
    public Socket createSocket() throws IOException {
      Socket socket = new Socket();
      socket.bind(new InetSocketAddress(local, 0));
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress far) throws IOException {
      Socket socket = createSocket();
      socket.connect(far);
      return socket;
    }
  }
}
