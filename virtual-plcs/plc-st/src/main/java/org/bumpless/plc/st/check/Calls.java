package org.bumpless.plc.st.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bumpless.plc.st.typed.Step;
import org.bumpless.plc.st.typed.Traversal;

/** The functions that a body calls. */
final class Calls extends Traversal {
  private final Set<String> names = new HashSet<>();

  private Calls() {}

  static Set<String> of(List<Step> body) {
    Calls calls = new Calls();
    calls.steps(body);
    return calls.names;
  }

  @Override
  protected void called(String function) {
    names.add(function);
  }
}
