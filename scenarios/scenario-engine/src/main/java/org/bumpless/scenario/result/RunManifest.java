package org.bumpless.scenario.result;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Plant;
import org.bumpless.scenario.profile.Profile;

/**
 * What is fixed before a bench starts: all that a run is a function of, and where it takes place.
 *
 * @param runId name of the run, also of its folder, for example {@code
 *     20261124-081500-haproxy-mtls-42}
 * @param tags Cucumber tag expression; empty for all scenarios
 * @param commit of the checkout; {@code unknown} if it has none
 * @param version of Bumpless
 */
public record RunManifest(
    String runId,
    Instant started,
    Origin origin,
    String tags,
    long seed,
    String commit,
    String version,
    Plant plant,
    Sut sut,
    Profile profile,
    HostFacts host) {

  /**
   * What somebody typed.
   *
   * @param command {@code run} or {@code certify}
   * @param replay the line that does the same again
   */
  public record Origin(
      String command,
      SourceFile plantFile,
      SourceFile sutFile,
      SourceFile profileFile,
      String replay) {
    /** The command that is to end in a certificate. */
    public static final String CERTIFY = "certify";

    public boolean certifies() {
      return command.equals(CERTIFY);
    }
  }

  /**
   * A file that the run was made from.
   *
   * @param inCheckout its path below the checkout, which may lie elsewhere on another machine;
   *     empty if it lies outside
   * @param sha256 of its bytes, in hexadecimal digits
   */
  public record SourceFile(Path absolute, Optional<Path> inCheckout, String sha256) {}
}
