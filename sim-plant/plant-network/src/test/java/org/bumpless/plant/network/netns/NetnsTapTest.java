package org.bumpless.plant.network.netns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.network.tap.Frame;
import org.bumpless.plant.network.tap.Tap;
import org.bumpless.plant.time.NanoClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real tap on real packets, between a client, the product and a controller. */
class NetnsTapTest {
  private static final int PORT = 502;
  private static final String SAID = "write the set-point, please";
  private static final AssetId CONTROLLER = new AssetId("LIC-103");

  private static final NanoClock CLOCK = new RealClock();

  private static NetnsFabric fabric;
  private static List<Tap.Leg> legs = List.of();

  private final ConcurrentLinkedQueue<Seen> frames = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void wire() throws Exception {
    RealNamespaces.require();
    Plant plant = PlantFile.read(Path.of("../../scenarios/plants/tank-farm.yaml"));
    fabric = NetnsFabric.of(plant);
    legs = NetworkPlan.of(plant).productLegs();
  }

  @AfterAll
  static void unwire() {
    if (fabric != null) {
      fabric.close();
    }
  }

  private record Seen(long epochNanos, String device, boolean outgoing, int length, String text) {}

  @Test
  void seesWhatEntersAndLeavesTheProductAndWhen() throws Exception {
    Instant begin = CLOCK.instant().minusMillis(1);
    try (Tap tap = open()) {
      speak();
      assertThat(tap.settle(CLOCK)).isTrue();

      List<Seen> said = frames.stream().filter(f -> f.text().contains(SAID)).toList();
      assertThat(said).hasSize(2);
      Seen in = said.getFirst();
      Seen out = said.getLast();
      assertThat(in.outgoing()).isFalse();
      assertThat(out.outgoing()).isTrue();
      assertThat(out.device()).isNotEqualTo(in.device());
      assertThat(in.length()).isGreaterThan(SAID.length());
      assertThat(out.epochNanos()).isGreaterThan(in.epochNanos());
      assertThat(Instant.ofEpochSecond(0, in.epochNanos())).isBetween(begin, CLOCK.instant());
      assertThat(tap.counts().seen()).isEqualTo(frames.size());
      assertThat(tap.counts().dropped()).isZero();
      assertThat(tap.failure()).isEmpty();
    }
  }

  @Test
  void whatHasPassedBeforeIsHandedOverWhenItHasSettled() throws Exception {
    try (Tap tap = open()) {
      for (int round = 1; round <= 5; round++) {
        speak();
        assertThat(tap.settle(CLOCK)).isTrue();

        assertThat(frames.stream().filter(f -> f.text().contains(SAID))).hasSize(2 * round);
      }
    }
  }

  @Test
  void seesNothingMoreOnceItIsClosed() throws Exception {
    Tap tap = open();
    tap.close();
    frames.clear();

    speak();

    assertThat(frames).isEmpty();
  }

  @Test
  void saysThatItHasFailedWhenNobodyCanTakeItsFrames() throws Exception {
    try (Tap tap =
        fabric
            .tap(
                frame -> {
                  throw new IllegalStateException("no room");
                })
            .orElseThrow()) {
      speak();

      assertThat(tap.settle(CLOCK)).isFalse();
      assertThat(tap.failure()).hasValueSatisfying(why -> assertThat(why).contains("no room"));
    }
  }

  private Tap open() throws Exception {
    Optional<Tap> tap = fabric.tap(this::keep);
    assertThat(tap).isPresent();
    return tap.get();
  }

  private void keep(Frame frame) {
    ByteBuffer bytes = frame.bytes().duplicate();
    frames.add(
        new Seen(
            frame.epochNanos(),
            legs.get(frame.leg()).device(),
            frame.outgoing(),
            frame.length(),
            StandardCharsets.ISO_8859_1.decode(bytes).toString()));
  }

  /** A client says something to the product, which says it to the controller. */
  private static void speak() throws Exception {
    Host client = fabric.host(new AssetId("SCADA-1"));
    InetSocketAddress door = fabric.front(new ConduitId("site-to-cell-1"), CONTROLLER, PORT);
    InetSocketAddress server = fabric.server(CONTROLLER, PORT);
    try (ServerSocket front = fabric.product().within(() -> listen(door));
        ServerSocket controller = fabric.host(CONTROLLER).within(() -> listen(server));
        Socket asks = client.within(() -> new Socket(door.getAddress(), PORT));
        Socket hears = front.accept();
        Socket passes = fabric.product().within(() -> new Socket(server.getAddress(), PORT));
        Socket reached = controller.accept()) {
      asks.getOutputStream().write(SAID.getBytes(StandardCharsets.ISO_8859_1));
      byte[] heard = hears.getInputStream().readNBytes(SAID.length());
      passes.getOutputStream().write(heard);
      reached.getInputStream().readNBytes(SAID.length());
    }
  }

  private static ServerSocket listen(InetSocketAddress address) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(address);
    return socket;
  }
}
