package org.bumpless.services;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.SshKeys;
import org.bumpless.plant.identity.SshWriter;

/**
 * The blank OpenSSH certificate that the plant CA fills in (OpenSSH, PROTOCOL.certkeys), for keys
 * on P-256.
 *
 * @param keyId for logs: the SPIFFE id
 * @param path what it ends in, for example {@code person/anna}
 * @param notBefore start of validity
 * @param notAfter end of validity
 */
record SshForm(String keyId, String path, Instant notBefore, Instant notAfter) {
  private static final String TYPE = "ecdsa-sha2-" + SshKeys.CURVE + "-cert-v01@openssh.com";
  private static final String SIGNATURE = "rsa-sha2-512";
  private static final int USER = 1;
  private static final int HOST = 2;
  private static final int NONCE_BYTES = 32;

  /** Both certificates of a holder. */
  Identity.Ssh signed(ECPublicKey key, KeyPair authority) {
    byte[] forwarding = new SshWriter().text("permit-port-forwarding").text("").done();
    String kind = path.substring(0, Math.max(0, path.indexOf('/')));
    return new Identity.Ssh(
        line(USER, key, List.of(path, kind), forwarding, authority),
        line(HOST, key, List.of(path), new byte[0], authority));
  }

  private String line(
      int type, ECPublicKey key, List<String> principals, byte[] extensions, KeyPair authority) {
    SecureRandom random = new SecureRandom();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    SshWriter names = new SshWriter();
    principals.stream().filter(name -> !name.isEmpty()).forEach(names::text);
    SshWriter form =
        new SshWriter()
            .text(TYPE)
            .bytes(nonce)
            .text(SshKeys.CURVE)
            .bytes(SshKeys.point(key))
            .number(random.nextLong() >>> 1)
            .number(type)
            .text(keyId)
            .bytes(names.done())
            .number(Math.max(0, notBefore.getEpochSecond()))
            .number(Math.max(0, notAfter.getEpochSecond()))
            .text("") // critical options
            .bytes(extensions)
            .text("") // reserved
            .bytes(SshKeys.blob(authority.getPublic()));
    byte[] signature = new SshWriter().text(SIGNATURE).bytes(sign(form.done(), authority)).done();
    byte[] whole = form.bytes(signature).done();
    return TYPE + " " + Base64.getEncoder().encodeToString(whole) + " " + keyId;
  }

  private static byte[] sign(byte[] bytes, KeyPair authority) {
    try {
      Signature signature = Signature.getInstance("SHA512withRSA");
      signature.initSign(authority.getPrivate());
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK signs nothing with RSA and SHA-512", e);
    }
  }
}
