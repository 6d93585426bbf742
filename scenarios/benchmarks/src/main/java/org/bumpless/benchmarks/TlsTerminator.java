package org.bumpless.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TlsContexts;
import org.bumpless.plant.identity.TrustBundle;
import org.jspecify.annotations.Nullable;

/**
 * Takes one mutual TLS connection and hands its bytes on unlooked at: the least that can stand
 * between a client that speaks TLS and a controller that does not.
 */
final class TlsTerminator implements AutoCloseable {
  private static final int BUFFER = 4_096;
  private static final long END_WITHIN_MILLIS = 2_000;

  private final SSLServerSocket listener;
  private final InetSocketAddress upstream;
  private final Thread up;
  private volatile @Nullable IOException failure;

  TlsTerminator(
      Identity identity, TrustBundle trust, InetSocketAddress front, InetSocketAddress upstream)
      throws IOException {
    this.upstream = upstream;
    this.listener =
        (SSLServerSocket)
            TlsContexts.of(Optional.of(identity), trust)
                .getServerSocketFactory()
                .createServerSocket();
    listener.setNeedClientAuth(true);
    listener.bind(front);
    this.up = Thread.ofPlatform().name("tls up").daemon().start(this::serve);
  }

  InetSocketAddress front() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  private void serve() {
    try (SSLSocket client = (SSLSocket) listener.accept();
        Socket server = new Socket(upstream.getAddress(), upstream.getPort())) {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      InputStream fromServer = server.getInputStream();
      OutputStream toClient = client.getOutputStream();
      Thread down =
          Thread.ofPlatform().name("tls down").daemon().start(() -> pump(fromServer, toClient));
      pump(client.getInputStream(), server.getOutputStream());
      server.shutdownInput();
      join(down);
    } catch (IOException e) {
      failure = listener.isClosed() ? null : e;
    }
  }

  private static void pump(InputStream from, OutputStream to) {
    byte[] bytes = new byte[BUFFER];
    try {
      for (int n = from.read(bytes); n >= 0; n = from.read(bytes)) {
        to.write(bytes, 0, n);
        to.flush();
      }
    } catch (IOException e) {
      // One end has closed: the end of a benchmark, or a client that will say so.
      return;
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(END_WITHIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    join(up);
    IOException why = failure;
    if (why != null) {
      throw why;
    }
  }
}
