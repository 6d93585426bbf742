package org.bumpless.plant.identity;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/** Public keys in the form of SSH: RSA (RFC 4253, 6.6) and ECDSA on P-256 (RFC 5656, 3.1). */
public final class SshKeys {
  /** Names the curve, in RFC 5656. */
  public static final String CURVE = "nistp256";

  private static final int COORDINATE_BYTES = 32;
  private static final byte UNCOMPRESSED = 4;

  private SshKeys() {}

  /** A key as it stands in files such as {@code known_hosts}: its type and then its bytes. */
  public static String line(PublicKey key) {
    return type(key) + " " + Base64.getEncoder().encodeToString(blob(key));
  }

  /** A key as its bytes travel. */
  public static byte[] blob(PublicKey key) {
    SshWriter writer = new SshWriter().text(type(key));
    return switch (key) {
      case RSAPublicKey rsa ->
          writer
              .bytes(rsa.getPublicExponent().toByteArray())
              .bytes(rsa.getModulus().toByteArray())
              .done();
      case ECPublicKey ec -> writer.text(CURVE).bytes(point(ec)).done();
      default -> throw unknown(key);
    };
  }

  /** The point of a key on P-256, not compressed (SEC 1, 2.3.3). */
  public static byte[] point(ECPublicKey key) {
    byte[] point = new byte[1 + 2 * COORDINATE_BYTES];
    point[0] = UNCOMPRESSED;
    put(key.getW().getAffineX(), point, 1);
    put(key.getW().getAffineY(), point, 1 + COORDINATE_BYTES);
    return point;
  }

  private static void put(BigInteger coordinate, byte[] point, int at) {
    byte[] bytes = coordinate.toByteArray();
    int from = Math.max(0, bytes.length - COORDINATE_BYTES);
    int length = bytes.length - from;
    System.arraycopy(bytes, from, point, at + COORDINATE_BYTES - length, length);
  }

  private static String type(PublicKey key) {
    return switch (key) {
      case RSAPublicKey _ -> "ssh-rsa";
      case ECPublicKey _ -> "ecdsa-sha2-" + CURVE;
      default -> throw unknown(key);
    };
  }

  private static IllegalArgumentException unknown(PublicKey key) {
    return new IllegalArgumentException(
        "key of " + key.getAlgorithm() + ": expected RSA or EC on P-256");
  }
}
