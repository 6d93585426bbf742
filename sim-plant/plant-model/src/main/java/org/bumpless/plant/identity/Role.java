package org.bumpless.plant.identity;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the holder of a certificate is to a controller, as Modbus/TCP Security writes it into the
 * certificate: an extension of its own with one UTF-8 string (MODBUS/TCP Security Protocol
 * Specification v2.1, 2018).
 */
public enum Role {
  VIEWER("Viewer"),
  OPERATOR("Operator"),
  ENGINEER("Engineer");

  /** The object identifier of the extension. */
  public static final String OID = "1.3.6.1.4.1.50316.802.1";

  private static final int OCTET_STRING = 0x04;
  private static final int UTF8_STRING = 0x0C;

  private final String text;

  Role(String text) {
    this.text = text;
  }

  /** As it stands in the certificate. */
  public String text() {
    return text;
  }

  /** The role in a certificate; empty if it has none, one that is unknown, or an unreadable one. */
  public static Optional<Role> of(X509Certificate certificate) {
    byte @Nullable [] extension = certificate.getExtensionValue(OID);
    return extension == null
        ? Optional.empty()
        : content(extension, OCTET_STRING)
            .flatMap(inner -> content(inner, UTF8_STRING))
            .map(utf8 -> new String(utf8, StandardCharsets.UTF_8))
            .flatMap(Role::named);
  }

  private static Optional<Role> named(String text) {
    return Arrays.stream(values()).filter(role -> role.text.equals(text)).findFirst();
  }

  /** What is inside one DER element that fills its bytes and is shorter than 128. */
  private static Optional<byte[]> content(byte[] element, int tag) {
    boolean whole = element.length >= 2 && element[0] == tag && element[1] == element.length - 2;
    return whole ? Optional.of(Arrays.copyOfRange(element, 2, element.length)) : Optional.empty();
  }
}
