package org.bumpless.runner.access;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Addresses in words, as HTTP and SSH write them. */
final class Places {
  private Places() {}

  static String of(InetSocketAddress address) {
    return host(address) + ":" + address.getPort();
  }

  /** The far end of a connection. */
  static String far(Socket socket) {
    return socket.getRemoteSocketAddress() instanceof InetSocketAddress far ? of(far) : "nowhere";
  }

  private static String host(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return address.getAddress() instanceof Inet6Address ? "[" + host + "]" : host;
  }
}
