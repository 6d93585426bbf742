package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes sockets inside a namespace, whichever thread asks for them. */
final class NamespaceSockets extends SocketFactory {
  private final Namespace namespace;

  NamespaceSockets(Namespace namespace) {
    this.namespace = namespace;
  }

  @Override
  public Socket createSocket() throws IOException {
    try {
      return namespace.within(NamespaceSockets::real);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  /** Java asks the kernel for a socket only when something is wanted of it. */
  private static Socket real() throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(false);
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return dial(createSocket(), new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return dial(createSocket(), new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, localHost, localPort);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
      throws IOException {
    Socket socket = createSocket();
    try {
      socket.bind(new InetSocketAddress(localAddress, localPort));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    return dial(socket, new InetSocketAddress(address, port));
  }

  private static Socket dial(Socket socket, InetSocketAddress address) throws IOException {
    try {
      socket.connect(address);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
