package org.bumpless.reports.certificate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks a certificate against the folder of its run. */
public final class BundleCheck {
  private BundleCheck() {}

  /**
   * What is wrong with a run's certificate, one sentence each; empty if nothing is.
   *
   * @throws IOException if a file cannot be read
   */
  public static List<String> problems(Path run) throws IOException {
    Path folder = run.resolve(Bundle.FOLDER);
    List<String> problems = new ArrayList<>();
    for (String name : List.of(Bundle.CERTIFICATE, Bundle.SIGNATURE, Bundle.KEY)) {
      if (!Files.isRegularFile(folder.resolve(name))) {
        problems.add(Bundle.FOLDER + "/" + name + " is missing");
      }
    }
    if (!problems.isEmpty()) {
      return problems;
    }
    byte[] certificate = Files.readAllBytes(folder.resolve(Bundle.CERTIFICATE));
    if (!signed(folder, certificate)) {
      problems.add(Bundle.CERTIFICATE + " is not what was signed with " + Bundle.KEY);
    }
    compare(stated(certificate, problems), run, problems);
    return problems;
  }

  private static boolean signed(Path folder, byte[] certificate) throws IOException {
    String pem = Files.readString(folder.resolve(Bundle.KEY), StandardCharsets.US_ASCII);
    byte[] key = Pem.read(Bundle.KEY_LABEL, pem).orElse(new byte[0]);
    try {
      PublicKey open =
          KeyFactory.getInstance(SigningKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(key));
      Signature signature = Signature.getInstance(SigningKey.ALGORITHM);
      signature.initVerify(open);
      signature.update(certificate);
      return signature.verify(Files.readAllBytes(folder.resolve(Bundle.SIGNATURE)));
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  /** File name to hash; empty, with a problem, if the certificate cannot be read. */
  private static Map<String, String> stated(byte[] certificate, List<String> problems)
      throws IOException {
    Map<String, String> stated = new TreeMap<>();
    try {
      JsonNode root = new JsonMapper().readTree(certificate);
      if (!root.path("schemaVersion").asText().equals(CertificateJson.VERSION)) {
        problems.add(
            Bundle.CERTIFICATE + " is of another version, expected " + CertificateJson.VERSION);
      }
      root.path("evidence")
          .forEach(e -> stated.put(e.path("file").asText(), e.path("sha256").asText()));
    } catch (JacksonException e) {
      problems.add(Bundle.CERTIFICATE + " is no JSON: " + e.getOriginalMessage());
    }
    return stated;
  }

  private static void compare(Map<String, String> stated, Path run, List<String> problems)
      throws IOException {
    Map<String, String> missing = new TreeMap<>(stated);
    for (Evidence found : Evidence.of(run)) {
      String hash = missing.remove(found.file());
      if (hash == null) {
        problems.add(found.file() + " was added after the certificate was issued");
      } else if (!hash.equals(found.sha256())) {
        problems.add(found.file() + " was changed after the certificate was issued");
      }
    }
    missing.keySet().forEach(file -> problems.add(file + " is missing"));
  }
}
