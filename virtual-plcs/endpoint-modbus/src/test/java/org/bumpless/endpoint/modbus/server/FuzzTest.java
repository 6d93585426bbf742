package org.bumpless.endpoint.modbus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.bumpless.endpoint.modbus.RawPeer;
import org.bumpless.endpoint.modbus.TestPlant;
import org.bumpless.endpoint.modbus.TestServer;
import org.bumpless.plant.engine.cost.Heap;
import org.junit.jupiter.api.Test;

/**
 * Frames at random and good frames gone bad: each is answered or ends its connection, and the
 * server lives on.
 */
class FuzzTest {
  private static final int FRAMES = 100_000;
  private static final long LEAK_BYTES = 4L << 20;

  private static final List<String> GOOD =
      List.of(
          "01 0000 0003",
          "02 0000 0002",
          "03 0000 0005",
          "04 0000 0003",
          "05 0001 ff00",
          "06 0002 0009",
          "0f 0000 0002 01 02",
          "10 0000 0003 06 42c80000 0005",
          "16 0002 00f2 0025",
          "17 0000 0003 0000 0002 04 42c80000",
          "2b 0e 02 00",
          "41 01",
          "41 04 00000010 6e657874",
          "41 05 00000000 414243",
          "41 07 00000000");

  @Test
  void nothing_kills_the_server() throws IOException {
    long seed = Long.getLong("bumpless.seed", 20_250_401L);
    System.out.println("FuzzTest seed " + seed + " (set with -Dbumpless.seed=...)");
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Throwable> died = Collections.synchronizedList(new ArrayList<>());
    var before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> died.add(e));
    try (TestServer server = new TestServer(TestPlant.wideTags())) {
      bombard(server, random, FRAMES / 10);
      server.forget();
      long held = Heap.usedBytes();
      bombard(server, random, FRAMES - FRAMES / 10);
      server.forget();
      assertThat(Heap.usedBytes() - held).as("leaked, seed %d", seed).isLessThan(LEAK_BYTES);
      assertThat(died).as("seed %d", seed).isEmpty();
      try (RawPeer peer = server.peer()) {
        assertThat(peer.ask("04 0002 0001")).as("seed %d", seed).isEqualTo("0402fffd");
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  private static void bombard(TestServer server, RandomGenerator random, int frames)
      throws IOException {
    RawPeer peer = server.peer();
    try {
      for (int sent = 0; sent < frames; sent++) {
        byte[] frame = random.nextInt(4) == 0 ? random(random) : mutated(random);
        peer.send(frame);
        if (wellFramed(frame)) {
          String answer = peer.readFrame();
          assertThat(answer)
              .as("answer to %s", HexFormat.of().formatHex(frame))
              .startsWith(HexFormat.of().formatHex(frame, 0, 4));
        } else {
          peer.close();
          peer = server.peer();
        }
        server.tags().scan();
      }
    } finally {
      peer.close();
    }
  }

  /** A random PDU behind a good header. */
  private static byte[] random(RandomGenerator random) {
    byte[] frame = new byte[8 + random.nextInt(253)];
    random.nextBytes(frame);
    frame[2] = 0;
    frame[3] = 0;
    frame[4] = (byte) (frame.length - 6 >> 8);
    frame[5] = (byte) (frame.length - 6);
    if (random.nextBoolean()) {
      frame[7] &= 0x1F;
    }
    return frame;
  }

  /**
   * A good frame with a few bytes changed, cut off or added; the header's length may be put right
   * again.
   */
  private static byte[] mutated(RandomGenerator random) {
    String pdu = GOOD.get(random.nextInt(GOOD.size()));
    byte[] good = HexFormat.of().parseHex(RawPeer.frame(random.nextInt(65536), 7, pdu));
    byte[] frame = Arrays.copyOf(good, Math.max(8, good.length - 3 + random.nextInt(7)));
    for (int change = random.nextInt(4); change > 0; change--) {
      int at = random.nextInt(random.nextInt(8) == 0 ? 0 : 6, frame.length);
      frame[at] = (byte) random.nextInt();
    }
    if (random.nextInt(8) != 0) {
      frame[4] = 0;
      frame[5] = (byte) (frame.length - 6);
    }
    return frame;
  }

  private static boolean wellFramed(byte[] frame) {
    int length = (frame[4] & 0xFF) << 8 | frame[5] & 0xFF;
    return frame[2] == 0 && frame[3] == 0 && length == frame.length - 6;
  }
}
