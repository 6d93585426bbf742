package org.bumpless.pep.external;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TlsContexts;
import org.bumpless.plant.identity.TrustBundle;

/** A door that shakes hands and hangs up. */
final class TlsDoor implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 5_000;

  private final SSLServerSocket door;
  private final Thread thread;

  TlsDoor(Identity identity, TrustBundle trust) throws IOException {
    door =
        (SSLServerSocket)
            TlsContexts.of(Optional.of(identity), trust)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    thread = Thread.ofPlatform().daemon().start(this::serve);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) door.getLocalSocketAddress();
  }

  private void serve() {
    while (!door.isClosed()) {
      try (SSLSocket client = (SSLSocket) door.accept()) {
        client.setSoTimeout(PATIENCE_MILLIS);
        client.startHandshake();
      } catch (IOException e) {
        // somebody only knocked, or the door was closed
      }
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    thread.interrupt();
  }
}
