package org.bumpless.reports.certificate;

import java.time.Instant;
import java.util.List;
import org.bumpless.scenario.result.RunManifest;
import org.bumpless.scenario.result.RunResult;

/**
 * What a certificate states.
 *
 * @param runId the run that it rests on
 * @param version of Bumpless
 * @param commit that Bumpless was built from
 * @param issued when the certificate was made
 */
public record Statement(
    String runId,
    Product product,
    Named plant,
    Named profile,
    long seed,
    String verdict,
    List<Standing> requirements,
    Instant started,
    Instant ended,
    Instant issued,
    String version,
    String commit) {
  public Statement {
    requirements = List.copyOf(requirements);
  }

  /** What a run that has passed is good for. */
  public static Statement of(RunResult run, Instant issued) {
    RunManifest manifest = run.manifest();
    return new Statement(
        run.runId(),
        new Product(run.sut().id(), run.sut().title(), run.sut().product()),
        new Named(run.plant().id(), run.plant().title()),
        new Named(run.profile().id(), run.profile().title()),
        manifest.seed(),
        run.verdict().word(),
        run.requirements().stream()
            .map(
                r ->
                    new Standing(r.requirement().id(), r.standing().word(), r.requirement().text()))
            .toList(),
        manifest.started(),
        run.ended(),
        issued,
        manifest.version(),
        manifest.commit());
  }

  /**
   * What was certified.
   *
   * @param maker who makes it and which version, as its {@code sut.yaml} says
   */
  public record Product(String id, String title, String maker) {}

  /** A plant or a profile. */
  public record Named(String id, String title) {}

  /**
   * How a requirement stands.
   *
   * @param word PASS, NOT APPLICABLE, NOT MEASURABLE or UNTESTED
   */
  public record Standing(String id, String word, String text) {}
}
