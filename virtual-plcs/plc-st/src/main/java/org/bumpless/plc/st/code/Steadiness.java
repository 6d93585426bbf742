package org.bumpless.plc.st.code;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bumpless.plc.st.typed.Place;
import org.bumpless.plc.st.typed.Step;
import org.bumpless.plc.st.typed.Traversal;

/** What the body of a loop leaves as it is. */
final class Steadiness extends Traversal {
  private final Set<String> written = new HashSet<>();
  private boolean leaves;

  private Steadiness() {}

  static Steadiness of(List<Step> body) {
    Steadiness steadiness = new Steadiness();
    steadiness.steps(body);
    return steadiness;
  }

  /** Whether a variable of the unit's own is not set. */
  boolean keeps(String variable) {
    return !written.contains(variable);
  }

  /** Whether it is gone through to its end each time: nothing leaves a loop or the unit. */
  boolean goesThrough() {
    return !leaves;
  }

  @Override
  protected void written(Place place) {
    switch (place) {
      case Place.Variable(boolean global, String name, _) when !global -> written.add(name);
      case Place.Part(var whole, _, _) -> written(whole);
      case Place.Variable _, Place.Member _, Place.Element _, Place.Direct _ -> {}
    }
  }

  @Override
  protected void left(Step step) {
    leaves = leaves || !(step instanceof Step.Continue);
  }
}
