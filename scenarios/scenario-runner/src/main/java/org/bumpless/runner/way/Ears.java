package org.bumpless.runner.way;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Set;
import org.bumpless.plant.network.Host;
import org.bumpless.runner.way.Peers.Link;

/** Listens at the undeclared doors of a host. */
final class Ears implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final Host host;
  private final ServerSocketChannel tcp;
  private final DatagramChannel udp;
  private final Set<Link> before;
  private final boolean answering;

  private Ears(
      Host host,
      ServerSocketChannel tcp,
      DatagramChannel udp,
      Set<Link> before,
      boolean answering) {
    this.host = host;
    this.tcp = tcp;
    this.udp = udp;
    this.before = before;
    this.answering = answering;
  }

  static Ears of(Host host) throws IOException, InterruptedException {
    return of(host, false);
  }

  /** Such that send back what comes as a datagram, once they are asked what they have heard. */
  static Ears answering(Host host) throws IOException, InterruptedException {
    return of(host, true);
  }

  private static Ears of(Host host, boolean answering) throws IOException, InterruptedException {
    return host.within(
        () -> {
          InetSocketAddress door = new InetSocketAddress(host.address(), Door.UNDECLARED);
          ServerSocketChannel tcp = ServerSocketChannel.open();
          try {
            tcp.bind(door, BACKLOG);
            tcp.configureBlocking(false);
            Set<Link> before = Peers.here();
            return new Ears(host, tcp, udp(door), before, answering);
          } catch (IOException | RuntimeException e) {
            tcp.close();
            throw e;
          }
        });
  }

  private static DatagramChannel udp(InetSocketAddress door) throws IOException {
    DatagramChannel udp = DatagramChannel.open();
    try {
      udp.bind(door);
      udp.configureBlocking(false);
      return udp;
    } catch (IOException | RuntimeException e) {
      udp.close();
      throw e;
    }
  }

  /** What has come until now; words are told of once. */
  Heard heard() throws IOException, InterruptedException {
    Set<Link> links = host.within(Peers::here);
    Set<Link> fresh = new HashSet<>(links);
    fresh.removeAll(before);
    Set<Integer> words = new HashSet<>();
    ByteBuffer word = ByteBuffer.allocate(Integer.BYTES);
    SocketAddress caller = udp.receive(word);
    while (caller != null) {
      if (answering) {
        udp.send(word.duplicate().flip(), caller);
      }
      take(word, words);
      caller = udp.receive(word);
    }
    boolean more = true;
    while (more) {
      more = listen(word, words);
    }
    return new Heard(links, fresh, words);
  }

  /** Takes the word of the next who has been let in; whether there was one. */
  private boolean listen(ByteBuffer word, Set<Integer> words) throws IOException {
    try (SocketChannel caller = tcp.accept()) {
      if (caller == null) {
        return false;
      }
      caller.configureBlocking(false);
      caller.read(word);
      take(word, words);
      return true;
    }
  }

  private static void take(ByteBuffer word, Set<Integer> words) {
    if (!word.hasRemaining()) {
      words.add(word.flip().getInt());
    }
    word.clear();
  }

  @Override
  public void close() {
    try (udp) {
      tcp.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop listening on " + host.id() + ": " + e, e);
    }
  }
}
