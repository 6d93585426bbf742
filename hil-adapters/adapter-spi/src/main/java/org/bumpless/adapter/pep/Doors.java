package org.bumpless.adapter.pep;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Knocks at addresses: whether somebody listens there, by nothing but a TCP connection. */
public final class Doors {
  private Doors() {}

  /**
   * Whether an address accepts a TCP connection; the connection is closed at once, without a byte.
   *
   * @param atMost longest wait for an answer
   */
  public static boolean accepts(InetSocketAddress address, Duration atMost) {
    try (Socket socket = new Socket()) {
      socket.connect(address, Math.toIntExact(atMost.toMillis()));
      return true;
    } catch (IOException closed) {
      return false;
    }
  }
}
