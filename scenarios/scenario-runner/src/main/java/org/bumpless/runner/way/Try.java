package org.bumpless.runner.way;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import org.bumpless.plant.network.Host;
import org.bumpless.scenario.bench.Network.Knock;

/** A knock under way. */
final class Try implements AutoCloseable {
  private final Target target;
  private final NetworkChannel channel;
  private final SocketAddress local;

  private Try(Target target, NetworkChannel channel) throws IOException {
    this.target = target;
    this.channel = channel;
    this.local = channel.getLocalAddress();
  }

  /**
   * What is tried.
   *
   * @param open whether the plant file lets anything pass here
   */
  record Target(Host from, Host to, Door door, boolean open) {}

  /** Knocks and does not wait. The calling thread stands on the host that knocks. */
  static Try start(Target target) throws IOException {
    NetworkChannel channel =
        switch (target.door().transport()) {
          case TCP -> SocketChannel.open();
          case UDP -> DatagramChannel.open();
        };
    try {
      channel.bind(new InetSocketAddress(target.from().address(), 0));
      Try started = new Try(target, channel);
      started.knock(new InetSocketAddress(target.to().address(), target.door().port()));
      return started;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Where there is no route the kernel says so at once; then nobody comes. */
  private void knock(InetSocketAddress door) throws IOException {
    try {
      switch (channel) {
        case SocketChannel tcp -> {
          tcp.configureBlocking(false);
          tcp.connect(door);
        }
        case DatagramChannel udp -> udp.send(ByteBuffer.allocate(1), door);
        default -> throw new IllegalStateException("no channel to knock with: " + channel);
      }
    } catch (SocketException unreachable) {
      channel.close();
    }
  }

  Host to() {
    return target.to();
  }

  /** What has become of it. */
  Knock outcome(Set<SocketAddress> came) {
    return new Knock(
        target.from().id(),
        target.to().id(),
        target.door().name(),
        target.open(),
        came.contains(local));
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
