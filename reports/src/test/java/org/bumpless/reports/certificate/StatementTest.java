package org.bumpless.reports.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bumpless.reports.SampleRuns;
import org.bumpless.scenario.result.RunManifest;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.RunResult.Status;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;

class StatementTest {
  private static final Instant ISSUED = Instant.parse("2026-11-24T09:00:00Z");

  @Test
  void statesWhatTheRunFound() {
    RunResult run = passed("", Status.FINISHED, new Verdict.Pass());

    Statement stated = Statement.of(run, ISSUED);

    assertThat(stated.runId()).isEqualTo(run.runId());
    assertThat(stated.product().maker()).isEqualTo(run.sut().product());
    assertThat(stated.verdict()).isEqualTo("PASS");
    assertThat(stated.seed()).isEqualTo(42);
    assertThat(stated.commit()).isEqualTo(run.manifest().commit());
    assertThat(stated.issued()).isEqualTo(ISSUED);
    assertThat(stated.requirements())
        .hasSameSizeAs(run.requirements())
        .allSatisfy(r -> assertThat(r.word()).isEqualTo("PASS"));
  }

  @Test
  void onlyAWholeRunThatHasPassedIsCertified() {
    Verdict pass = new Verdict.Pass();

    assertThat(Bundle.whyNot(passed("", Status.FINISHED, pass))).isEmpty();
    assertThat(Bundle.whyNot(passed("", Status.FINISHED, new Verdict.Fail("it opened"))))
        .contains("the verdict is FAIL");
    assertThat(Bundle.whyNot(passed("", Status.FINISHED, new Verdict.Inconclusive("too slow"))))
        .contains("the verdict is INCONCLUSIVE");
    assertThat(Bundle.whyNot(passed("", Status.INTERRUPTED, pass)))
        .contains("the run has not come to its end");
    assertThat(Bundle.whyNot(passed("@IDN-01", Status.FINISHED, pass)))
        .contains("only the scenarios of --tags @IDN-01 were driven, not the whole profile");
  }

  private static RunResult passed(String tags, Status status, Verdict verdict) {
    RunResult run = SampleRuns.passed();
    RunManifest made = run.manifest();
    RunManifest manifest =
        new RunManifest(
            made.runId(),
            made.started(),
            made.origin(),
            tags,
            made.seed(),
            made.commit(),
            made.version(),
            made.plant(),
            made.sut(),
            made.profile(),
            made.host());
    return new RunResult(
        manifest,
        status,
        run.ended(),
        verdict,
        run.scans(),
        run.startNanos(),
        run.families(),
        run.requirements(),
        run.scenarios(),
        run.measured(),
        run.stations(),
        run.marks(),
        run.trends());
  }
}
