package org.bumpless.endpoint.s7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.bumpless.endpoint.s7.codec.Packets;
import org.bumpless.plant.engine.cost.Heap;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.cpu.CpuState;
import org.bumpless.plc.protocol.ProtocolClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Packets at random and good packets gone bad: each is answered or ends its connection, and the
 * controller goes on. Its key is in RUN, so that nothing of it is meant to change its program.
 */
@Timeout(300)
class FuzzTest {
  private static final int PACKETS = 100_000;
  private static final int REMEMBERED = 1_000;
  private static final long LEAK_BYTES = 4L << 20;

  /** Where the parameters of a job begin. */
  private static final int PARAMETER = 17;

  private static final byte[] FUNCTIONS = {
    0x04, 0x05, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F, 0x28, 0x29, (byte) 0xF0, 0x00
  };
  private static final HexFormat HEX = HexFormat.of();

  private static final String CONNECT = "0300001611e00000000100c0010ac1020100c2020102";
  private static final String SETUP = "0300001902f08032010000000100080000f0000001000101e0";
  private static final int PROBE_REFERENCE = 0xBEEF;
  private static final String PROBE =
      "0300001f02f080320100" + "00beef" + "000e00000401120a10020004000184000000";

  private static final List<String> GOOD =
      List.of(
          PROBE,
          "0300001f02f080320100000002000e00000401120a10010001000184000050",
          "0300002702f080320100000003000e00080501120a100200040001840000200004002042480000",
          "0300002402f080320100000004000e00050501120a100100010000830000520003000101",
          "0300002102f080320700000005000800080001120411440100ff09000400110001",
          "0300002102f0803201000000060010000029000000000009505f50524f4752414d",
          "0300001d02f0803203000000070002000800001b00000400fb41424344");

  @Test
  void nothingEndsTheController() throws Exception {
    long seed = Long.getLong("bumpless.seed", 20_261_127L);
    System.out.println("FuzzTest seed " + seed + " (set with -Dbumpless.seed=...)");
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Throwable> died = Collections.synchronizedList(new ArrayList<>());
    var before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> died.add(e));
    try (S7Rig rig = new S7Rig();
        ProtocolClient client = rig.client()) {
      rig.controller().turn(KeySwitch.RUN);
      CpuState was = rig.controller().engineering().state();
      int survived = bombard(rig, random, PACKETS / 10);
      rig.forget();
      long held = Heap.usedBytes();
      survived += bombard(rig, random, PACKETS - PACKETS / 10);
      rig.forget();
      assertThat(Heap.usedBytes() - held).as("leaked, seed %d", seed).isLessThan(LEAK_BYTES);
      assertThat(survived).as("answered, seed %d", seed).isBetween(PACKETS / 3, PACKETS);

      assertThat(died).as("seed %d", seed).isEmpty();
      assertThat(rig.controller().engineering().state())
          .as("all but how late the host let it scan, seed %d", seed)
          .usingRecursiveComparison()
          .ignoringFields("overruns")
          .isEqualTo(was);
      assertThat(was.mode()).isEqualTo(OperatingMode.RUN);
      assertThat(client.perform(new Operation.Read(List.of(S7Rig.id("PV")))))
          .isInstanceOf(Outcome.Answered.class);
      rig.effects(); // returns only if the controller scans
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  private static int bombard(S7Rig rig, RandomGenerator random, int packets) throws IOException {
    Peer peer = new Peer(rig);
    int survived = 0;
    try {
      for (int sent = 0; sent < packets; sent++) {
        byte[] packet = random.nextInt(4) == 0 ? random(random) : mutated(random);
        if (peer.survives(packet)) {
          survived++;
        } else {
          peer.close();
          peer = new Peer(rig);
        }
        if (sent % REMEMBERED == 0) {
          rig.forget();
        }
      }
    } finally {
      peer.close();
    }
    return survived;
  }

  /** A connection that agrees upon transport and packets together with its first packet. */
  private static final class Peer implements AutoCloseable {
    private static final byte[] BEGIN = HEX.parseHex(CONNECT + SETUP);
    private static final byte[] ASK = HEX.parseHex(PROBE);

    private final Socket socket;
    private final OutputStream out;
    private final Packets packets;
    private boolean begun;

    Peer(S7Rig rig) throws IOException {
      socket = rig.socket();
      socket.setTcpNoDelay(true);
      socket.setSoLinger(true, 0); // or the ports run out
      out = socket.getOutputStream();
      packets = new Packets(socket.getInputStream());
    }

    /** Sends a packet, and tells whether a good one after it is still answered. */
    boolean survives(byte[] packet) throws IOException {
      boolean framed = wellFramed(packet);
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      if (!begun) {
        whole.writeBytes(BEGIN);
        begun = true;
      }
      whole.writeBytes(packet);
      if (framed) {
        whole.writeBytes(ASK);
      }
      try {
        out.write(whole.toByteArray());
        if (!framed) {
          socket.shutdownOutput();
        }
        Optional<byte[]> answer = packets.next();
        while (answer.isPresent() && !probed(answer.get())) {
          answer = packets.next();
        }
        return framed && answer.isPresent();
      } catch (SocketException e) {
        return false; // the controller has ended the connection
      }
    }

    private static boolean probed(byte[] answer) {
      return answer.length > 13
          && ((answer[11] & 0xFF) << 8 | answer[12] & 0xFF) == PROBE_REFERENCE;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** Anything behind a sound header, or anything at all. */
  private static byte[] random(RandomGenerator random) {
    int parameter = 1 + random.nextInt(40);
    int data = random.nextInt(200);
    byte[] packet = new byte[PARAMETER + parameter + data];
    random.nextBytes(packet);
    if (random.nextInt(4) != 0) {
      byte[] head = HEX.parseHex("0300000002f08032010000");
      System.arraycopy(head, 0, packet, 0, head.length);
      packet[PARAMETER - 4] = 0;
      packet[PARAMETER - 3] = (byte) parameter;
      packet[PARAMETER - 2] = 0;
      packet[PARAMETER - 1] = (byte) data;
      packet[PARAMETER] = FUNCTIONS[random.nextInt(FUNCTIONS.length)];
    }
    return framed(packet);
  }

  /**
   * A good packet with a few bytes changed, most of them behind the header, or cut off or added.
   */
  private static byte[] mutated(RandomGenerator random) {
    byte[] packet = HEX.parseHex(GOOD.get(random.nextInt(GOOD.size())));
    if (random.nextInt(8) == 0) {
      packet = Arrays.copyOf(packet, Math.max(8, packet.length - 3 + random.nextInt(7)));
    }
    for (int change = random.nextInt(4); change > 0; change--) {
      int from = random.nextInt(8) == 0 ? 0 : Math.min(PARAMETER, packet.length - 1);
      packet[random.nextInt(from, packet.length)] = (byte) random.nextInt();
    }
    return random.nextInt(16) == 0 ? packet : framed(packet);
  }

  private static byte[] framed(byte[] packet) {
    packet[0] = 3;
    packet[2] = (byte) (packet.length >> 8);
    packet[3] = (byte) packet.length;
    return packet;
  }

  private static boolean wellFramed(byte[] packet) {
    return packet[0] == 3
        && ((packet[2] & 0xFF) << 8 | packet[3] & 0xFF) == packet.length
        && packet.length > 4;
  }
}
