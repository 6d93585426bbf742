package org.bumpless.pep.reference.session;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.pep.reference.decision.Door;
import org.bumpless.plant.time.NanoClock;

/** Listens at the fronts of all protected endpoints, on one thread. */
public final class Acceptor implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Acceptor.class.getName());
  private static final int BACKLOG = 256;
  private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

  /**
   * When the host has no descriptors left, accepting fails at once and would fail again at once.
   */
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Takes accepted connections. */
  public interface Arrivals {
    void arrive(Socket client, Door door) throws IOException;
  }

  private final Arrivals arrivals;
  private final NanoClock clock;
  private final Selector selector;
  private final List<ServerSocketChannel> channels = new ArrayList<>();
  private final Map<String, InetSocketAddress> fronts = new HashMap<>();
  private final Thread thread;
  private volatile boolean closing;

  /**
   * Begins to listen.
   *
   * @throws IOException if an address cannot be had; the message names it, and nothing is left open
   *     then
   */
  public Acceptor(List<Door> doors, Arrivals arrivals, NanoClock clock) throws IOException {
    this.arrivals = arrivals;
    this.clock = clock;
    this.selector = Selector.open();
    try {
      for (Door door : doors) {
        listen(door);
      }
    } catch (IOException e) {
      release();
      throw e;
    }
    thread = Thread.ofPlatform().daemon().name("pep-accept").start(this::accept);
  }

  /** Where a listener really listens, by its name. */
  public Optional<InetSocketAddress> front(String listener) {
    return Optional.ofNullable(fronts.get(listener));
  }

  /** Whether it still listens. */
  public boolean isAlive() {
    return thread.isAlive();
  }

  private void listen(Door door) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    channels.add(channel);
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(door.front(), BACKLOG);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_ACCEPT, door);
      fronts.put(door.name(), (InetSocketAddress) channel.getLocalAddress());
    } catch (IOException e) {
      throw new IOException(
          "listener "
              + door.name()
              + ": cannot listen on "
              + door.front()
              + ": "
              + e.getMessage()
              + "; stop what holds the address or choose another",
          e);
    }
  }

  private void accept() {
    try {
      while (!closing) {
        selector.select(this::accept);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "the reference product accepts no more connections", e);
    }
  }

  private void accept(SelectionKey key) {
    if (!(key.attachment() instanceof Door door)
        || !(key.channel() instanceof ServerSocketChannel server)) {
      throw new IllegalStateException("a key of this selector has a listener and a server");
    }
    try {
      SocketChannel client = server.accept();
      if (client != null) {
        client.configureBlocking(true);
        arrivals.arrive(client.socket(), door);
      }
    } catch (IOException e) {
      if (!closing) {
        LOG.log(System.Logger.Level.WARNING, door.name() + ": connection not accepted", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      clock.await(PAUSE);
    } catch (InterruptedException e) {
      closing = true;
      Thread.currentThread().interrupt();
    }
  }

  /** Stops listening; the thread is gone when this returns. */
  @Override
  public void close() {
    closing = true;
    selector.wakeup();
    try {
      if (!thread.join(CLOSE_MAX)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
    release();
  }

  private void release() {
    for (ServerSocketChannel channel : channels) {
      close(channel);
    }
    close(selector);
  }

  private static void close(Closeable resource) {
    try {
      resource.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "listener not closed cleanly", e);
    }
  }
}
