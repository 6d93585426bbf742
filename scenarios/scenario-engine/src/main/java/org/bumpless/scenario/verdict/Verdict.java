package org.bumpless.scenario.verdict;

import java.util.List;

/** What the bench says about a scenario, a requirement or a run. */
public sealed interface Verdict {
  /** All that was claimed was seen. */
  record Pass() implements Verdict {}

  /**
   * Something that must not be was seen.
   *
   * @param evidence what was seen, one sentence each; never empty
   */
  record Fail(List<String> evidence) implements Verdict {
    public Fail {
      evidence = requireSome(evidence);
    }

    public Fail(String evidence) {
      this(List.of(evidence));
    }
  }

  /**
   * It could not be told.
   *
   * @param why what stood in the way and what would settle it, one sentence each; never empty
   */
  record Inconclusive(List<String> why) implements Verdict {
    public Inconclusive {
      why = requireSome(why);
    }

    public Inconclusive(String why) {
      this(List.of(why));
    }
  }

  /** PASS, FAIL or INCONCLUSIVE. */
  default String word() {
    return switch (this) {
      case Pass() -> "PASS";
      case Fail(var ignored) -> "FAIL";
      case Inconclusive(var ignored) -> "INCONCLUSIVE";
    };
  }

  /** The sentences that go with it; none for a pass. */
  default List<String> reasons() {
    return switch (this) {
      case Pass() -> List.of();
      case Fail(var evidence) -> evidence;
      case Inconclusive(var why) -> why;
    };
  }

  private static List<String> requireSome(List<String> sentences) {
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("a verdict other than PASS needs a reason");
    }
    return List.copyOf(sentences);
  }
}
