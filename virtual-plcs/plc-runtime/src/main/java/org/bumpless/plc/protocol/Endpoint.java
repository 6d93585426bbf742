package org.bumpless.plc.protocol;

import java.net.InetSocketAddress;

/** A protocol server that runs on a controller. */
public interface Endpoint extends AutoCloseable {
  InetSocketAddress address();

  /** What a client program is told besides the address, for example {@code unit 1} or a URL. */
  String reach();

  /** TCP connections open now. */
  int connections();

  /**
   * Stops listening, closes every connection and ends every thread; returns when that is done,
   * within 5 s.
   */
  @Override
  void close();
}
