package org.bumpless.runner.way;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import org.bumpless.plant.network.Host;
import org.bumpless.runner.way.Door.Transport;
import org.bumpless.scenario.bench.Network.Knock;

/** A knock under way. */
final class Try implements AutoCloseable {
  /** A packet crosses the bench in far less than a millisecond, or not at all. */
  static final Duration PATIENCE = Duration.ofMillis(250);

  private final Target target;
  private final int number;
  private final NetworkChannel channel;
  private final InetSocketAddress local;
  private boolean left = true;
  private boolean connected;

  private Try(Target target, int number, NetworkChannel channel) throws IOException {
    this.target = target;
    this.number = number;
    this.channel = channel;
    this.local = (InetSocketAddress) channel.getLocalAddress();
  }

  /**
   * What is tried.
   *
   * @param open whether the plant file lets anything pass here
   */
  record Target(Host from, Host to, Door door, boolean open) {}

  /**
   * Knocks and does not wait. The calling thread stands on the host that knocks.
   *
   * @param number the word by which it is known again, should its address change on the way
   */
  static Try start(Target target, int number) throws IOException {
    NetworkChannel channel =
        switch (target.door().transport()) {
          case TCP -> SocketChannel.open();
          case UDP -> DatagramChannel.open();
        };
    try {
      channel.bind(new InetSocketAddress(target.from().address(), 0));
      Try started = new Try(target, number, channel);
      started.knock(new InetSocketAddress(target.to().address(), target.door().port()));
      return started;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Where there is no route the kernel says so at once; then nothing leaves the host. */
  private void knock(InetSocketAddress door) throws IOException {
    try {
      switch (channel) {
        case SocketChannel tcp -> {
          tcp.configureBlocking(false);
          tcp.connect(door);
        }
        case DatagramChannel udp -> udp.send(word(), door);
        default -> throw new IllegalStateException("no channel to knock with: " + channel);
      }
    } catch (SocketException unreachable) {
      left = false;
      channel.close();
    }
  }

  /** Says its word where it was let in and nobody there takes it for a message of a protocol. */
  void speak() throws IOException {
    if (!left || !(channel instanceof SocketChannel tcp)) {
      return;
    }
    try {
      connected = tcp.finishConnect();
      if (connected && target.door().port() == Door.UNDECLARED) {
        tcp.write(word());
      }
    } catch (SocketException refused) {
      connected = false; // whether the refusal came from the host itself is read there
    }
  }

  private ByteBuffer word() {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).flip();
  }

  Host to() {
    return target.to();
  }

  Transport transport() {
    return target.door().transport();
  }

  /** Whether it left the host that knocks; not if that has no route there. */
  boolean left() {
    return left;
  }

  /** Whether anything has come back: a hand that was shaken, or a datagram. */
  boolean answered() throws IOException {
    if (!left || !(channel instanceof DatagramChannel udp)) {
      return connected;
    }
    udp.configureBlocking(false);
    return udp.receive(ByteBuffer.allocate(Integer.BYTES)) != null;
  }

  /**
   * What has become of it.
   *
   * @param known the addresses of all hosts of the bench
   */
  Knock outcome(Heard heard, Set<InetAddress> known) {
    Door door = target.door();
    boolean came =
        heard.words().contains(number)
            || (door.transport() == Transport.TCP && heard.from(local))
            || (connected && heard.stranger(door.port(), known));
    return new Knock(target.from().id(), target.to().id(), door.name(), target.open(), left, came);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot hang up on " + target.to().id() + ": " + e, e);
    }
  }
}
