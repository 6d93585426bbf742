package org.bumpless.runner.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.runner.realtime.RealTime;

/**
 * A relay past the product that keeps every request for a known time and passes answers on at once,
 * so that the instrument can be tried in the same seconds in which it measures. Each connection has
 * threads of its own, so that none waits for another. A connection that breaks shows as requests of
 * its arm that nobody answered.
 */
final class KnownRelay implements AutoCloseable {
  private static final int BYTES = 16_384;
  private static final int REMEMBERED = 8_192;
  private static final Duration END_WITHIN = Duration.ofSeconds(3);

  private final InetSocketAddress upstream;
  private final LongUnaryOperator delayNanos;
  private final AtomicLong number = new AtomicLong();
  private final NanoClock clock;
  private final ThreadFactory threads;
  private final ServerSocketChannel door;
  private final InetSocketAddress address;
  private final Kept kept = new Kept(REMEMBERED);
  private final List<SocketChannel> channels = new ArrayList<>();
  private final List<Thread> running = new ArrayList<>();
  private final Thread acceptor;

  /**
   * Starts one that keeps every request for the same time.
   *
   * @param delay how long
   */
  KnownRelay(Host host, InetSocketAddress upstream, Duration delay, RealTime timing)
      throws IOException, InterruptedException {
    this(host, upstream, request -> delay.toNanos(), timing);
  }

  /**
   * Starts it.
   *
   * @param host where it stands
   * @param upstream where it passes requests on to
   * @param delayNanos how long it keeps each of them, by its number
   * @param timing how its threads are scheduled
   */
  KnownRelay(Host host, InetSocketAddress upstream, LongUnaryOperator delayNanos, RealTime timing)
      throws IOException, InterruptedException {
    this.upstream = upstream;
    this.delayNanos = delayNanos;
    this.clock = timing.clock();
    this.threads = timing.threads(host.threads("relay"));
    this.door =
        host.within(
            () -> ServerSocketChannel.open().bind(new InetSocketAddress(host.address(), 0)));
    this.address = (InetSocketAddress) door.getLocalAddress();
    this.acceptor = threads.newThread(this::accept);
    acceptor.start();
  }

  InetSocketAddress door() {
    return address;
  }

  /** Forgets what it has kept so far. */
  void forget() {
    kept.forget();
  }

  /** How long it really kept a request, by its own clock: the median. */
  long keptNanos() {
    return kept.median();
  }

  /** How many requests it has passed on. */
  long requests() {
    return kept.count();
  }

  private void accept() {
    try {
      while (door.isOpen()) {
        SocketChannel client = quick(door.accept());
        SocketChannel server = quick(SocketChannel.open(upstream));
        start(() -> pump(client, server, true));
        start(() -> pump(server, client, false));
      }
    } catch (IOException _) {
      close(door); // by this side, or there is nothing behind it: nobody gets an answer any more
    }
  }

  private SocketChannel quick(SocketChannel channel) throws IOException {
    synchronized (channels) {
      channels.add(channel);
    }
    return channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
  }

  private void start(Runnable work) {
    Thread thread = threads.newThread(work);
    synchronized (running) {
      running.add(thread);
    }
    thread.start();
  }

  private void pump(SocketChannel from, SocketChannel to, boolean requests) {
    ByteBuffer bytes = ByteBuffer.allocateDirect(BYTES);
    try (from;
        to) {
      while (from.read(bytes.clear()) > 0) {
        if (requests) {
          keep();
        }
        bytes.flip();
        while (bytes.hasRemaining()) {
          to.write(bytes);
        }
      }
    } catch (IOException _) {
      // one end has hung up, and now both have
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep() throws InterruptedException {
    long begin = clock.nanos();
    long delay = delayNanos.applyAsLong(number.getAndIncrement());
    if (delay > 0) {
      clock.awaitUntil(begin + delay);
    }
    kept.add(clock.nanos() - begin);
  }

  @Override
  public void close() {
    close(door);
    end(acceptor); // whom it has let in is known now
    List<SocketChannel> open;
    synchronized (channels) {
      open = List.copyOf(channels);
    }
    open.forEach(KnownRelay::close);
    List<Thread> ending;
    synchronized (running) {
      ending = List.copyOf(running);
    }
    ending.forEach(KnownRelay::end);
  }

  private static void close(Channel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a relay could not hang up: " + e.getMessage(), e);
    }
  }

  private static void end(Thread thread) {
    try {
      if (!thread.join(END_WITHIN)) {
        throw new IllegalStateException("a relay did not end in " + END_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
