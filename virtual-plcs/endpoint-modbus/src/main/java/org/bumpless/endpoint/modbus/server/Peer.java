package org.bumpless.endpoint.modbus.server;

import java.net.Socket;

/**
 * Who is at the far end of a connection.
 *
 * @param address and port
 */
record Peer(String address, Rights rights) {
  static Peer of(Socket socket, Rights rights) {
    return new Peer(socket.getInetAddress().getHostAddress() + ":" + socket.getPort(), rights);
  }
}
