package org.bumpless.runner.way;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.bumpless.plant.network.tap.Frame;
import org.bumpless.plant.network.tap.FrameSink;
import org.bumpless.plc.dial.Dialer;
import org.bumpless.plc.dial.Dialled;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.runner.wire.TcpSegment;
import org.bumpless.scenario.bench.Network.Smuggled;

/** Says something foreign at a door of the product, and listens behind the product for it. */
final class Smuggling {
  private static final int BYTES_MAX = 1 << 20;
  private static final int MARK_BYTES = 6;

  private final Legs legs;
  private final RandomGenerator random;

  Smuggling(Legs legs, RandomGenerator random) {
    this.legs = legs;
    this.random = random;
  }

  /**
   * Tries it once.
   *
   * @param server where the controller itself listens
   */
  Smuggled smuggle(ClientSettings client, InetSocketAddress server, Cargo cargo)
      throws IOException, InterruptedException {
    byte[] bytes = new byte[MARK_BYTES];
    random.nextBytes(bytes);
    String mark = HexFormat.of().formatHex(bytes);
    Behind behind = new Behind(server);
    boolean[] said = {false};
    legs.watch(behind, () -> said[0] = say(client, cargo.bytes(mark)));
    return new Smuggled(said[0], behind.connections() > 0, behind.heard(mark));
  }

  /** Says it; whether that was possible. A far end that hangs up meanwhile has heard it. */
  private static boolean say(ClientSettings client, byte[] words) throws IOException {
    Dialled dialled;
    try {
      dialled = new Dialer(client).dial();
    } catch (IOException refused) {
      return false;
    }
    try (Socket _ = dialled.socket()) {
      dialled.out().write(words);
      dialled.out().flush();
      dialled.bounded().deadline(client.clock().nanos() + client.timeout().toNanos());
      dialled.in().read();
      return true;
    } catch (IOException hungUp) {
      return true;
    }
  }

  /** What the product says to a controller, connection by connection. */
  private static final class Behind implements FrameSink {
    private final InetSocketAddress server;
    private final Map<InetSocketAddress, ByteArrayOutputStream> said = new HashMap<>();

    Behind(InetSocketAddress server) {
      this.server = server;
    }

    @Override
    public void frame(Frame frame) {
      if (frame.outgoing()) {
        TcpSegment.in(frame.bytes())
            .filter(segment -> segment.destination().equals(server))
            .filter(segment -> segment.payload().hasRemaining())
            .ifPresent(this::add);
      }
    }

    private synchronized void add(TcpSegment segment) {
      ByteArrayOutputStream so =
          said.computeIfAbsent(segment.source(), s -> new ByteArrayOutputStream());
      byte[] bytes = new byte[segment.payload().remaining()];
      segment.payload().duplicate().get(bytes);
      if (so.size() + bytes.length <= BYTES_MAX) {
        so.writeBytes(bytes);
      }
    }

    synchronized int connections() {
      return said.size();
    }

    synchronized boolean heard(String mark) {
      return said.values().stream()
          .anyMatch(bytes -> bytes.toString(StandardCharsets.ISO_8859_1).contains(mark));
    }
  }
}
