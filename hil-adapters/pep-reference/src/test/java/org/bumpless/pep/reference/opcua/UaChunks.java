package org.bumpless.pep.reference.opcua;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Chunks as an OPC UA client sends them. */
final class UaChunks {
  static final String BASIC256SHA256 = "http://opcfoundation.org/UA/SecurityPolicy#Basic256Sha256";
  static final String NONE = "http://opcfoundation.org/UA/SecurityPolicy#None";

  private UaChunks() {}

  static byte[] hello() {
    return chunk("HEL", 'F', new byte[24]);
  }

  static byte[] open(String policy) {
    byte[] uri = policy.getBytes(StandardCharsets.UTF_8);
    return chunk("OPN", 'F', join(u32(0), u32(uri.length), uri, new byte[40]));
  }

  static byte[] message(char chunk, int sequence, int request, byte[] body) {
    return chunk("MSG", chunk, join(u32(1), u32(1), u32(sequence), u32(request), body));
  }

  static byte[] request(int sequence, int service) {
    return message('F', sequence, sequence, service(service));
  }

  /** A NodeId in four bytes, then something of a request. */
  static byte[] service(int id) {
    return join(new byte[] {1, 0, (byte) id, (byte) (id >> 8)}, new byte[20]);
  }

  static byte[] chunk(String type, char chunk, byte[] rest) {
    return join(header(type, chunk, 8 + rest.length), rest);
  }

  static byte[] join(byte[]... chunks) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] chunk : chunks) {
      all.writeBytes(chunk);
    }
    return all.toByteArray();
  }

  static byte[] header(String type, char chunk, int size) {
    return join((type + chunk).getBytes(StandardCharsets.US_ASCII), u32(size));
  }

  static byte[] u32(int value) {
    return new byte[] {
      (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
    };
  }
}
