package org.bumpless.pep.process;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bumpless.plant.model.AssetId;

/**
 * How the plant's subjects are named in their certificates, for products that look into them.
 *
 * @param trustDomain for example {@code tank-farm}
 */
record SpiffeNames(String trustDomain) {
  private static final String SCHEME = "spiffe://";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** The context-specific tag of a URI among the alternative names (RFC 5280, 4.2.1.6). */
  private static final int URI_TAG = 0x86;

  private static final int SHORT_LENGTH_MAX = 0x7F;
  private static final int ONE_BYTE_LENGTH_MAX = 0xFF;

  /** The names of the trust domain that a subject belongs to. */
  static SpiffeNames of(String spiffeId) {
    int path = spiffeId.indexOf('/', SCHEME.length());
    return new SpiffeNames(
        path < 0 ? spiffeId.substring(SCHEME.length()) : spiffeId.substring(SCHEME.length(), path));
  }

  String asset(AssetId id) {
    return SCHEME + trustDomain + "/" + path(id);
  }

  /** What the id of an asset ends in, which is also its principal in certificates of SSH. */
  static String path(AssetId id) {
    return "asset/" + id;
  }

  /** What the ids of all people begin with. */
  String personPrefix() {
    return SCHEME + trustDomain + "/person/";
  }

  /** A text as hexadecimal digits of its bytes. */
  static String hex(String text) {
    return HEX.formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A SPIFFE id as it stands in a certificate, as hexadecimal digits: tag and length come first, so
   * that no longer id contains it.
   */
  static String alternativeNameHex(String spiffeId) {
    int length = spiffeId.getBytes(StandardCharsets.UTF_8).length;
    StringBuilder der = new StringBuilder(HEX.toHexDigits((byte) URI_TAG));
    if (length > ONE_BYTE_LENGTH_MAX) {
      der.append("82").append(HEX.toHexDigits((short) length));
    } else if (length > SHORT_LENGTH_MAX) {
      der.append("81").append(HEX.toHexDigits((byte) length));
    } else {
      der.append(HEX.toHexDigits((byte) length));
    }
    return der.append(hex(spiffeId)).toString();
  }
}
