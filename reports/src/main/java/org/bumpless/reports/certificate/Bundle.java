package org.bumpless.reports.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.bumpless.reports.json.JsonText;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.verdict.Verdict;

/** The three files of a certificate, in the folder of its run. */
public final class Bundle {
  static final String FOLDER = "certificate";
  static final String CERTIFICATE = "certificate.json";
  static final String SIGNATURE = "certificate.json.sig";
  static final String KEY = "public-key.pem";
  static final String KEY_LABEL = "PUBLIC KEY";

  private Bundle() {}

  /** Why a run cannot be certified; empty if it can. */
  public static Optional<String> whyNot(RunResult result) {
    if (!(result.verdict() instanceof Verdict.Pass)) {
      return Optional.of("the verdict is " + result.verdict().word());
    }
    if (result.status() != RunResult.Status.FINISHED) {
      return Optional.of("the run has not come to its end");
    }
    return Optional.of(result.manifest().tags())
        .filter(tags -> !tags.isEmpty())
        .map(
            tags -> "only the scenarios of --tags " + tags + " were driven, not the whole profile");
  }

  /**
   * Issues a certificate for a run whose folder is complete.
   *
   * @return the certificate's file
   * @throws IOException if the folder cannot be read or written, or has a certificate already
   */
  public static Path issue(Path run, Statement stated, SigningKey key) throws IOException {
    Path folder = run.resolve(FOLDER);
    if (Files.exists(folder)) {
      throw new FileAlreadyExistsException(folder.toString());
    }
    byte[] certificate =
        JsonText.bytes(CertificateJson.node(stated, Evidence.of(run), key.origin()));
    Path part = Files.createDirectory(run.resolve(FOLDER + ".part"));
    Files.write(part.resolve(CERTIFICATE), certificate);
    Files.write(part.resolve(SIGNATURE), key.sign(certificate));
    Files.writeString(
        part.resolve(KEY),
        Pem.write(KEY_LABEL, key.open().getEncoded()),
        StandardCharsets.US_ASCII);
    Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    return folder.resolve(CERTIFICATE);
  }
}
