package org.bumpless.endpoint.opcua.testing;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A product of the simplest kind: relays connections, behind mutual TLS if asked, and keeps what
 * the client said.
 */
public final class Relay implements AutoCloseable {
  private final InetSocketAddress target;
  private final ServerSocket listener;
  private final Queue<Closeable> open = new ConcurrentLinkedQueue<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Queue<String> names = new ConcurrentLinkedQueue<>();

  public Relay(InetSocketAddress target, Optional<SSLContext> tls) throws IOException {
    this.target = target;
    InetAddress loopback = InetAddress.getLoopbackAddress();
    if (tls.isPresent()) {
      SSLServerSocket secured =
          (SSLServerSocket) tls.get().getServerSocketFactory().createServerSocket(0, 50, loopback);
      secured.setNeedClientAuth(true);
      listener = secured;
    } else {
      listener = new ServerSocket(0, 50, loopback);
    }
    Thread.ofVirtual().name("relay-accept").start(this::acceptAll);
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  /** All bytes of all clients, as characters of one byte each. */
  public String said() {
    synchronized (said) {
      return said.toString(StandardCharsets.ISO_8859_1);
    }
  }

  /** Server names that clients asked for in TLS. */
  public Queue<String> names() {
    return names;
  }

  /** Ends every connection that is open now. */
  public void cut() {
    for (Closeable socket = open.poll(); socket != null; socket = open.poll()) {
      closeQuietly(socket);
    }
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        open.add(client);
        Thread.ofVirtual().name("relay").start(() -> relay(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void relay(Socket client) {
    try (client;
        Socket server = new Socket()) {
      if (client instanceof SSLSocket secured) {
        secured.startHandshake();
        ((ExtendedSSLSession) secured.getSession())
            .getRequestedServerNames()
            .forEach(name -> names.add(new String(name.getEncoded(), StandardCharsets.US_ASCII)));
      }
      server.connect(target, 2_000);
      open.add(server);
      Thread.ofVirtual().name("relay-back").start(() -> pump(server, client, false));
      pump(client, server, true);
    } catch (IOException ended) {
      // The client sees its connection end: that is what the tests look at.
    }
  }

  private void pump(Socket from, Socket to, boolean record) {
    byte[] buffer = new byte[1 << 14];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (record) {
          synchronized (said) {
            said.write(buffer, 0, count);
          }
        }
        out.write(buffer, 0, count);
        out.flush();
      }
    } catch (IOException ended) {
      // Either side may end a connection at any time.
    }
  }

  @Override
  public void close() {
    closeQuietly(listener);
    cut();
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException ended) {
      // Closed is closed.
    }
  }
}
