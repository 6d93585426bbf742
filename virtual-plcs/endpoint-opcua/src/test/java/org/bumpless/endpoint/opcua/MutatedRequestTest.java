package org.bumpless.endpoint.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bumpless.endpoint.opcua.testing.Relay;
import org.bumpless.endpoint.opcua.testing.Rig;
import org.bumpless.plant.engine.cost.Heap;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.plc.protocol.ClientSettings.Login;
import org.bumpless.plc.protocol.ClientSettings.MessageSecurity;
import org.bumpless.plc.protocol.ProtocolClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Requests that were real once, with bytes changed, on a channel without security that is open in
 * order.
 */
@Timeout(300)
class MutatedRequestTest {
  private static final long SEED = 4_711;
  private static final Operation READ = new Operation.Read(List.of(TagId.parse("LIC-101.PV")));
  private static final int REQUESTS = 100_000;
  private static final int REMEMBERED = 1_000;

  /**
   * The thousand sessions that a server keeps at most stay for a minute if nobody activates them,
   * and a connection that has ended is remembered until its greeting would have been due, 10 s.
   */
  private static final long LEAK_BYTES = 16L << 20;

  private static final int REQUEST_NUMBER_AT = 20;
  private static final int SEQUENCE_HEADER_AT = 16;
  private static final int BODY_AT = 24;

  @Test
  void mutatedRequestsDoNotEndTheServer() throws IOException {
    Random random = new Random(SEED);
    try (Rig rig = new Rig(new OpcUaProvider(), Rig.Pki.create(), true, 1_000);
        ProtocolClient station = anonymous(rig, rig.endpoint.address().getPort())) {
      assertThat(station.perform(READ)).isInstanceOf(Outcome.Answered.class);
      List<byte[]> frames = recorded(rig);
      long before = Heap.usedBytes();
      int answered = bombard(rig, station, frames, REQUESTS, random);
      assertThat(answered)
          .as("answered on their channel, seed %d", SEED)
          .isGreaterThan(REQUESTS / 2);
      assertThat(rig.log).as("seed %d", SEED).anyMatch(served -> !served.accepted());
      rig.log.clear();
      await("what closed connections have held, seed " + SEED)
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> Heap.usedBytes() - before, held -> held < LEAK_BYTES);
      assertThat(station.perform(READ))
          .as("a station's standing session, seed %d", SEED)
          .isInstanceOf(Outcome.Answered.class);
      try (ProtocolClient other = new OpcUaProvider().client(elsewhere(rig))) {
        assertThat(other.perform(READ))
            .as("a new session from another address, seed %d", SEED)
            .isInstanceOf(Outcome.Answered.class);
      }
      assertThat(rig.tags.offers()).isEmpty();
      assertThat(rig.cpu.orders()).isEmpty();
      await("the connections of the strangers to end")
          .atMost(Duration.ofSeconds(10))
          .until(() -> rig.endpoint.connections() == 1);
    }
  }

  /**
   * How many were answered on a channel that then went on. The station polls meanwhile: a session
   * that nobody uses ends by itself.
   */
  private static int bombard(
      Rig rig, ProtocolClient station, List<byte[]> frames, int count, Random random)
      throws IOException {
    List<byte[]> requests = frames.stream().filter(MutatedRequestTest::isRequest).toList();
    assertThat(requests).as("GetEndpoints, sessions, reads, browses").hasSizeGreaterThan(5);
    Channel channel = new Channel(rig, frames);
    int answered = 0;
    try {
      for (int sent = 0; sent < count; sent++) {
        byte[] request =
            random.nextInt(50) == 0
                ? noise(random)
                : channel.mutated(requests.get(random.nextInt(requests.size())), random);
        if (channel.survives(request)) {
          answered++;
        } else {
          channel.close();
          channel = new Channel(rig, frames);
        }
        if (sent % REMEMBERED == 0) {
          assertThat(station.perform(READ))
              .as("a station's standing session after %d requests, seed %d", sent, SEED)
              .isInstanceOf(Outcome.Answered.class);
          rig.log.clear();
        }
      }
    } finally {
      channel.close();
    }
    return answered;
  }

  /** A frame of any kind, with anything in it. */
  private static byte[] noise(Random random) {
    byte[] bytes = new byte[8 + random.nextInt(300)];
    random.nextBytes(bytes);
    String kind = List.of("HEL", "OPN", "MSG", "CLO", "ACK", "XYZ").get(random.nextInt(6));
    System.arraycopy(kind.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 3);
    bytes[3] = 'F';
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bytes.length);
    return bytes;
  }

  private static List<byte[]> recorded(Rig rig) throws IOException {
    try (Relay relay = new Relay(rig.endpoint.address(), Optional.empty())) {
      try (ProtocolClient client = anonymous(rig, relay.address().getPort())) {
        assertThat(client.perform(new Operation.Browse())).isInstanceOf(Outcome.Answered.class);
        ProgramText program = new ProgramText("next", "PROGRAM next END_PROGRAM");
        assertThat(client.perform(new Operation.DownloadProgram(rig.controller.id(), program)))
            .as("calls a method, and an anonymous user may not")
            .isInstanceOf(Outcome.Refused.class);
      }
      byte[] bytes = relay.said().getBytes(StandardCharsets.ISO_8859_1);
      List<byte[]> frames = new ArrayList<>();
      ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      while (all.remaining() >= 8) {
        byte[] one = new byte[all.getInt(all.position() + 4)];
        all.get(one);
        frames.add(one);
      }
      return frames;
    }
  }

  private static boolean isRequest(byte[] frame) {
    return new String(frame, 0, 3, StandardCharsets.US_ASCII).equals("MSG");
  }

  /** A connection with a channel that has been opened in order. */
  private static final class Channel implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;
    private final int id;
    private final int token;
    private int sequence = 1;

    Channel(Rig rig, List<byte[]> frames) throws IOException {
      socket = new Socket(rig.endpoint.address().getAddress(), rig.endpoint.address().getPort());
      socket.setSoTimeout(10_000);
      socket.setTcpNoDelay(true);
      socket.setSoLinger(true, 0); // or the ports run out
      in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      socket.getOutputStream().write(frames.get(0));
      frame(in);
      socket.getOutputStream().write(frames.get(1));
      ByteBuffer opened = ByteBuffer.wrap(frame(in)).order(ByteOrder.LITTLE_ENDIAN);
      id = opened.getInt(8);
      token = tokenOf(opened, id);
    }

    /** The request on this channel, with up to four bytes of its body changed. */
    byte[] mutated(byte[] request, Random random) {
      byte[] bytes = request.clone();
      ByteBuffer frame = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      sequence++;
      frame.putInt(8, id);
      frame.putInt(12, token);
      frame.putInt(SEQUENCE_HEADER_AT, sequence);
      frame.putInt(REQUEST_NUMBER_AT, sequence);
      int changes = 1 + random.nextInt(4);
      for (int i = 0; i < changes; i++) {
        int at = BODY_AT + random.nextInt(bytes.length - BODY_AT);
        bytes[at] = random.nextBoolean() ? (byte) 0xFF : (byte) random.nextInt();
      }
      return bytes;
    }

    /** Whether a request is answered on the channel; one that is left hanging fails the test. */
    boolean survives(byte[] request) throws IOException {
      try {
        socket.getOutputStream().write(request);
        return isRequest(frame(in));
      } catch (EOFException | SocketException ended) {
        return false;
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** In the body of an OpenSecureChannel response the token's number follows the channel's. */
  private static int tokenOf(ByteBuffer opened, int channel) {
    for (int at = BODY_AT; at <= opened.limit() - 8; at++) {
      if (opened.getInt(at) == channel) {
        return opened.getInt(at + 4);
      }
    }
    throw new AssertionError("no token in the OpenSecureChannel response");
  }

  private static byte[] frame(DataInputStream in) throws IOException {
    byte[] header = new byte[8];
    in.readFully(header);
    int length = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
    byte[] whole = Arrays.copyOf(header, length);
    in.readFully(whole, 8, length - 8);
    return whole;
  }

  private static ProtocolClient anonymous(Rig rig, int port) {
    return new OpcUaProvider().client(settings(rig, port));
  }

  private static ClientSettings settings(Rig rig, int port) {
    return rig.settings(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        rig.pki.client(),
        MessageSecurity.NONE,
        new Login.Anonymous(),
        Optional.empty(),
        Rig.TIMEOUT);
  }

  private static ClientSettings elsewhere(Rig rig) {
    ClientSettings here = settings(rig, rig.endpoint.address().getPort());
    return new ClientSettings(
        here.server(),
        here.spec(),
        here.dial(),
        InetAddress.ofLiteral("127.0.0.2"),
        here.sockets(),
        here.threads(),
        here.passage(),
        here.tls(),
        here.application(),
        here.clock(),
        here.timeout());
  }
}
