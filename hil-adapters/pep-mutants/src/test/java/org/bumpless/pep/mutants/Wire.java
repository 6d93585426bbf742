package org.bumpless.pep.mutants;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.pep.reference.frames.Relay;
import org.bumpless.pep.reference.frames.StreamGuard;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.bumpless.plant.model.Protocol;

/**
 * One session through a set of parts: segments go in, and what comes out on either side is kept.
 */
final class Wire {
  static final byte[] READ = modbus("0300640001");
  static final byte[] WRITE_COIL = modbus("050000ff00");
  static final byte[] WRITE_REGISTER = modbus("060064002a");
  static final byte[] WRITE_COILS = modbus("0f00000008010f");
  static final byte[] WRITE_REGISTERS = modbus("100064000102002a");
  static final byte[] MASK_WRITE = modbus("16006400ff00ff");
  static final byte[] READ_WRITE = modbus("17006400010064000102002a");

  private final ByteArrayOutputStream toController = new ByteArrayOutputStream();
  private final ByteArrayOutputStream toClient = new ByteArrayOutputStream();
  private final Relay relay;
  private final StreamGuard up;
  private final Scope scope;
  private final List<String> ends = new ArrayList<>();

  Wire(ReferenceParts parts, Protocol protocol, Scope scope) {
    this.scope = scope;
    relay = parts.relays().create(toController, toClient);
    up = parts.streams().create(parts.guards().create(Workbench.party(protocol)), relay, _ -> {});
  }

  /** What a fresh Modbus session lets through of some segments. */
  static String through(ReferenceParts parts, Scope scope, byte[]... segments) throws IOException {
    return new Wire(parts, Protocol.MODBUS_TCP, scope).send(segments).atController();
  }

  /** Sends segments in order, each read alone. */
  Wire send(byte[]... segments) throws IOException {
    for (byte[] segment : segments) {
      Optional<String> end = up.accept(segment.clone(), segment.length, scope);
      end.ifPresent(ends::add);
    }
    return this;
  }

  String atController() {
    return HexFormat.of().formatHex(toController.toByteArray());
  }

  String atClient() {
    return HexFormat.of().formatHex(toClient.toByteArray());
  }

  /** Why the session was to end; empty if it was not. */
  List<String> ends() {
    return List.copyOf(ends);
  }

  static String hex(byte[]... parts) {
    return HexFormat.of().formatHex(join(parts));
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** A frame to unit 7, transaction 0x1234. */
  private static byte[] modbus(String pdu) {
    byte[] bytes = HexFormat.of().parseHex(pdu);
    return ByteBuffer.allocate(7 + bytes.length)
        .putShort((short) 0x1234)
        .putShort((short) 0)
        .putShort((short) (1 + bytes.length))
        .put((byte) 7)
        .put(bytes)
        .array();
  }

  /** Hello and OpenSecureChannel with Basic256Sha256. */
  static byte[] openChannel() {
    byte[] policy =
        "http://opcfoundation.org/UA/SecurityPolicy#Basic256Sha256"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] rest =
        little(48 + policy.length, all -> all.putInt(0).putInt(policy.length).put(policy));
    return join(chunk("HEL", new byte[24]), chunk("OPN", rest));
  }

  /** A signed message that asks for a service: security header, sequence header, NodeId. */
  static byte[] request(int sequence, int service) {
    return chunk(
        "MSG",
        little(
            40,
            all ->
                all.putInt(1)
                    .putInt(1)
                    .putInt(sequence)
                    .putInt(sequence)
                    .put((byte) 1)
                    .put((byte) 0)
                    .putShort((short) service)));
  }

  private static byte[] chunk(String type, byte[] rest) {
    return little(
        8 + rest.length,
        all ->
            all.put((type + 'F').getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + rest.length)
                .put(rest));
  }

  private static byte[] little(int size, Consumer<ByteBuffer> filling) {
    byte[] bytes = new byte[size];
    filling.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    return bytes;
  }
}
