package org.bumpless.plc.st.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bumpless.plc.st.typed.Step;

/**
 * The methods of which a unit's body is made. What calls one learns how it was left: {@link #DONE},
 * or by a RETURN, EXIT or CONTINUE that is for what stands around it.
 */
final class Parts {
  static final int DONE = 0;
  static final int RETURNED = 1;
  static final int EXITED = 2;
  static final int CONTINUED = 3;

  private final Deque<Part> waiting = new ArrayDeque<>();
  private int count;

  /**
   * A method that is still to be written.
   *
   * @param steps what it does
   */
  record Part(String name, List<Step> steps) {}

  /** One more; returns its name. */
  String add(List<Step> steps) {
    String name = "part" + count++;
    waiting.add(new Part(name, List.copyOf(steps)));
    return name;
  }

  /** The next one to write; writing it may add others. */
  Optional<Part> next() {
    return Optional.ofNullable(waiting.poll());
  }
}
