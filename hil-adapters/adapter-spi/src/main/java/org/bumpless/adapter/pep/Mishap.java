package org.bumpless.adapter.pep;

import java.time.Duration;

/** What can happen to a product from outside, short of its end. */
public sealed interface Mishap {

  /** It stands still, and keeps its ports and connections: every process of it is stopped. */
  record Hung() implements Mishap {}

  /** No file that it writes can grow any more. */
  record DiskFull() implements Mishap {}

  /**
   * Its clock is wrong from its next start on.
   *
   * @param ahead how far it is ahead; negative if it is behind
   */
  record ClockWrong(Duration ahead) implements Mishap {}
}
