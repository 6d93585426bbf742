package org.bumpless.runner.cli;

import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.verdict.Verdict;

/** The exit codes of the command (DESIGN section 7; 64 and above after sysexits.h). */
final class ExitCode {
  static final int PASSED = 0;
  static final int FAILED = 1;
  static final int INCONCLUSIVE = 2;
  static final int USAGE = 64;
  static final int BAD_INPUT = 65;
  static final int MISSING = 69;
  static final int OWN_BUG = 70;
  static final int INTERRUPTED = 130;

  private ExitCode() {}

  static int of(RunResult result) {
    if (result.status() == RunResult.Status.INTERRUPTED) {
      return INTERRUPTED;
    }
    return switch (result.verdict()) {
      case Verdict.Pass() -> PASSED;
      case Verdict.Fail(var ignored) -> FAILED;
      case Verdict.Inconclusive(var ignored) -> INCONCLUSIVE;
    };
  }
}
