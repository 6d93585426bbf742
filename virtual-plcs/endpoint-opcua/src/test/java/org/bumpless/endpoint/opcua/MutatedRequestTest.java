package org.bumpless.endpoint.opcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bumpless.endpoint.opcua.testing.Relay;
import org.bumpless.endpoint.opcua.testing.Rig;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.ClientSettings.Login;
import org.bumpless.plc.protocol.ClientSettings.MessageSecurity;
import org.bumpless.plc.protocol.ProtocolClient;
import org.junit.jupiter.api.Test;

/**
 * Requests that were real once, with bytes changed, on a channel without security that is open in
 * order.
 */
class MutatedRequestTest {
  private static final long SEED = 4_711;
  private static final int ROUNDS = 200;
  private static final int SEQUENCE_HEADER_AT = 16;
  private static final int BODY_AT = 24;

  @Test
  void mutatedRequestsDoNotEndTheServer() throws IOException {
    Random random = new Random(SEED);
    try (Rig rig = new Rig(new OpcUaProvider(), Rig.Pki.create(), true, 1_000)) {
      List<byte[]> frames = recorded(rig);
      byte[] hello = frames.get(0);
      byte[] open = frames.get(1);
      List<byte[]> requests = frames.stream().filter(MutatedRequestTest::isRequest).toList();
      assertThat(requests).as("GetEndpoints, sessions, reads, browses").hasSizeGreaterThan(5);
      for (int round = 0; round < ROUNDS; round++) {
        try (Socket socket =
            new Socket(rig.endpoint.address().getAddress(), rig.endpoint.address().getPort())) {
          socket.setSoTimeout(10_000);
          socket.getOutputStream().write(hello);
          DataInputStream in = new DataInputStream(socket.getInputStream());
          frame(in);
          socket.getOutputStream().write(open);
          ByteBuffer opened = ByteBuffer.wrap(frame(in)).order(ByteOrder.LITTLE_ENDIAN);
          send(socket, mutated(requests.get(random.nextInt(requests.size())), opened, random));
        }
      }
      try (ProtocolClient client = anonymous(rig, rig.endpoint.address().getPort())) {
        assertThat(client.perform(new Operation.Read(List.of(TagId.parse("LIC-101.PV")))))
            .as("seed %d", SEED)
            .isInstanceOf(Outcome.Answered.class);
      }
      assertThat(rig.log).anyMatch(served -> !served.accepted());
      assertThat(rig.tags.offers()).isEmpty();
    }
  }

  private static List<byte[]> recorded(Rig rig) throws IOException {
    try (Relay relay = new Relay(rig.endpoint.address(), Optional.empty())) {
      try (ProtocolClient client = anonymous(rig, relay.address().getPort())) {
        assertThat(client.perform(new Operation.Browse())).isInstanceOf(Outcome.Answered.class);
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

  /** The request on the channel that was opened now, with up to four bytes of its body changed. */
  private static byte[] mutated(byte[] request, ByteBuffer opened, Random random) {
    byte[] bytes = request.clone();
    ByteBuffer frame = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int channel = opened.getInt(8);
    frame.putInt(8, channel);
    frame.putInt(12, tokenOf(opened, channel));
    frame.putInt(SEQUENCE_HEADER_AT, 2);
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = BODY_AT + random.nextInt(bytes.length - BODY_AT);
      bytes[at] = random.nextBoolean() ? (byte) 0xFF : (byte) random.nextInt();
    }
    return bytes;
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
    byte[] header = in.readNBytes(8);
    int length = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
    return ByteBuffer.allocate(length).put(header).put(in.readNBytes(length - 8)).array();
  }

  /**
   * Sends, and waits until the server answers or ends the connection: a request left hanging fails.
   */
  private static void send(Socket socket, byte[] bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
      int first = socket.getInputStream().read();
      assertThat(first).as("an answer or an end").isIn(-1, (int) 'M', (int) 'E');
    } catch (SocketException reset) {
      // An end, too.
    }
  }

  private static ProtocolClient anonymous(Rig rig, int port) {
    return new OpcUaProvider()
        .client(
            rig.settings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                rig.pki.client(),
                MessageSecurity.NONE,
                new Login.Anonymous(),
                Optional.empty(),
                Rig.TIMEOUT));
  }
}
