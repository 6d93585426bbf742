package org.bumpless.endpoint.modbus;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A far end that does with each connection what its script says; a product at its worst. */
public final class ScriptedPeer implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;

  /** What is done with one connection, which is closed afterwards. */
  @FunctionalInterface
  public interface Script {
    void play(ScriptedPeer peer, Socket socket) throws IOException;
  }

  private final ServerSocket listener;
  private final Queue<byte[]> segments = new ConcurrentLinkedQueue<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Thread thread;

  public ScriptedPeer(Script script) throws IOException {
    this(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), script);
  }

  /** Plays on the connections of a listener that it takes over, for example one that speaks TLS. */
  public ScriptedPeer(ServerSocket listener, Script script) {
    this.listener = listener;
    thread = Thread.ofPlatform().daemon().start(() -> serve(script));
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  /** What each read brought, oldest first. */
  public List<byte[]> segments() {
    return List.copyOf(segments);
  }

  /** Reads until a number of bytes has come, noting how they came. */
  public byte[] read(Socket socket, int bytes) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] all = new byte[bytes];
    int have = 0;
    while (have < bytes) {
      int got = in.read(all, have, bytes - have);
      if (got < 0) {
        throw new IOException("closed after " + have + " bytes");
      }
      segments.add(Arrays.copyOfRange(all, have, have + got));
      have += got;
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
    try {
      thread.join(TIMEOUT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(Script script) {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        open.add(socket);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        script.play(this, socket);
      } catch (IOException e) {
        // The test has seen enough, or the client has gone.
      }
    }
  }
}
