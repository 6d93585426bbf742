package org.bumpless.pep.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bumpless.adapter.pep.PemTexts;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.pep.reference.tls.SpiffeIds;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.jspecify.annotations.Nullable;

/**
 * The PEM files of a product.
 *
 * @param certificate its chain, leaf first
 * @param key its key in PKCS #8; may be the same file
 * @param authorities of its clients
 */
record CertificateFiles(Path certificate, Path key, Path authorities) {
  private static final byte[] PROBE = {'p', 'r', 'o', 'b', 'e'};

  /**
   * What the files say.
   *
   * @param text of certificate and key, by which a renewal is seen
   */
  record Material(Identity identity, TrustBundle trust, String text) {}

  /**
   * Reads them.
   *
   * @throws ProductException if one cannot be read, or certificate and key do not belong together;
   *     the message names the file
   */
  Material read() throws ProductException {
    String text = text();
    List<X509Certificate> chain = certificates(certificate);
    X509Certificate leaf = chain.getFirst();
    PrivateKey own = key(leaf);
    requirePair(leaf, own);
    try {
      return new Material(
          new Identity(SpiffeIds.of(leaf), own, chain),
          new TrustBundle(certificates(authorities)),
          text);
    } catch (CertificateException e) {
      throw bad(certificate, e.getMessage());
    }
  }

  /**
   * Certificate and key as they stand in their files now.
   *
   * @throws ProductException if one cannot be read
   */
  String text() throws ProductException {
    return content(certificate) + content(key);
  }

  private static List<X509Certificate> certificates(Path file) throws ProductException {
    try {
      return PemTexts.certificates(content(file));
    } catch (IOException e) {
      throw bad(file, e.getMessage());
    }
  }

  private PrivateKey key(X509Certificate leaf) throws ProductException {
    try {
      return PemTexts.key(content(key), leaf.getPublicKey().getAlgorithm());
    } catch (IOException e) {
      throw bad(key, e.getMessage());
    }
  }

  /** A signature of the one is verified by the other. */
  private void requirePair(X509Certificate leaf, PrivateKey own) throws ProductException {
    String scheme = leaf.getPublicKey().getAlgorithm().equals("EC") ? "ECDSA" : "RSA";
    try {
      Signature signature = Signature.getInstance("SHA256with" + scheme);
      signature.initSign(own);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(leaf.getPublicKey());
      signature.update(PROBE);
      if (!signature.verify(signed)) {
        throw bad(key, "a key of another certificate than that in " + certificate);
      }
    } catch (GeneralSecurityException e) {
      throw bad(key, "a key that does not fit the certificate (" + e.getMessage() + ")");
    }
  }

  private static String content(Path file) throws ProductException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw bad(file, "no file that can be read (" + e + ")");
    }
  }

  private static ProductException bad(Path file, @Nullable String found) {
    return new ProductException(
        ProductException.Cause.BAD_INPUT,
        "%s: found %s; expected PEM as the configuration names it".formatted(file, found));
  }
}
