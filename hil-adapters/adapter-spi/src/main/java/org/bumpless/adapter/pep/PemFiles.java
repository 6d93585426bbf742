package org.bumpless.adapter.pep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.SshKeys;
import org.bumpless.plant.identity.TrustBundle;

/**
 * A product's certificate files on disk, in the form that nearly every proxy reads (RFC 7468 PEM).
 *
 * <p>Each file is written beside its place and then moved there, so that a product that re-reads
 * its certificates never sees half a file. Files that hold a key can be read by their owner only,
 * from the moment they exist.
 */
public final class PemFiles {
  private static final String PRODUCT = "product";

  /** The product's certificate chain, leaf first. */
  public static final String CHAIN = PRODUCT + ".crt";

  /** The product's private key (PKCS#8, RFC 5958), mode 600. */
  public static final String KEY = PRODUCT + ".key";

  /** Chain and then key in one file, as HAProxy wants them, mode 600. */
  public static final String CHAIN_AND_KEY = PRODUCT + ".pem";

  /** The authorities that the product is to believe. */
  public static final String AUTHORITIES = "ca.crt";

  /** The product's certificate as a host of SSH, for the same key. */
  public static final String SSH_HOST = PRODUCT + "-cert.pub";

  /** The keys whose certificates an SSH server is to believe. */
  public static final String SSH_AUTHORITY = "ssh-ca.pub";

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> ALL_READ =
      PosixFilePermissions.fromString("rw-r--r--");
  private static final int LINE_LENGTH = 64;

  private PemFiles() {}

  /**
   * Writes all four files, over those that are there; and those of SSH, if the product has a
   * certificate for it.
   *
   * @param folder must exist
   * @throws IOException if a file cannot be written; the message names it
   */
  public static void write(Path folder, Identity identity, TrustBundle trust) throws IOException {
    write(folder, PRODUCT, identity, trust);
    if (identity.ssh().isPresent()) {
      put(folder, SSH_HOST, identity.ssh().get().host() + "\n", ALL_READ);
      StringBuilder keys = new StringBuilder();
      trust.authorities().forEach(a -> keys.append(SshKeys.line(a.getPublicKey()) + "\n"));
      put(folder, SSH_AUTHORITY, keys.toString(), ALL_READ);
    }
  }

  /**
   * Writes the same files for somebody else.
   *
   * @param name in place of {@code product}
   */
  public static void write(Path folder, String name, Identity identity, TrustBundle trust)
      throws IOException {
    String chain = certificates(identity.chain());
    String key = key(identity.key());
    put(folder, name + ".crt", chain, ALL_READ);
    put(folder, name + ".key", key, OWNER_ONLY);
    put(folder, name + ".pem", chain + key, OWNER_ONLY);
    put(folder, AUTHORITIES, certificates(trust.authorities()), ALL_READ);
  }

  /** Writes a text that only the owner may read. */
  public static void secret(Path folder, String name, String text) throws IOException {
    put(folder, name, text, OWNER_ONLY);
  }

  /** Certificates as PEM text, in order. */
  public static String certificates(List<X509Certificate> certificates) {
    StringBuilder text = new StringBuilder();
    for (X509Certificate certificate : certificates) {
      try {
        text.append(block("CERTIFICATE", certificate.getEncoded()));
      } catch (CertificateEncodingException e) {
        throw new IllegalArgumentException(
            "certificate of " + certificate.getSubjectX500Principal() + " has no DER form", e);
      }
    }
    return text.toString();
  }

  private static String key(PrivateKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded == null || !"PKCS#8".equals(key.getFormat())) {
      throw new IllegalArgumentException(
          "private key of format "
              + key.getFormat()
              + ": expected PKCS#8; a key that cannot leave its device cannot become a file");
    }
    return block("PRIVATE KEY", encoded);
  }

  private static String block(String label, byte[] der) {
    String body = Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static void put(
      Path folder, String name, String text, Set<PosixFilePermission> permissions)
      throws IOException {
    Path beside = Files.createTempFile(folder, "." + name, ".part", attributes(folder));
    try {
      Files.writeString(beside, text);
      if (isPosix(folder)) {
        Files.setPosixFilePermissions(beside, permissions);
      }
      Files.move(
          beside,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static FileAttribute<?>[] attributes(Path folder) throws IOException {
    return isPosix(folder)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix");
  }
}
