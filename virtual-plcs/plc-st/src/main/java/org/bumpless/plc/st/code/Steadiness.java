package org.bumpless.plc.st.code;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bumpless.plc.st.typed.Place;
import org.bumpless.plc.st.typed.Step;
import org.bumpless.plc.st.typed.Traversal;
import org.bumpless.plc.st.typed.Value;

/** What steps leave as it is. */
final class Steadiness extends Traversal {
  private final Set<String> written = new HashSet<>();
  private boolean writes;
  private boolean calls;
  private boolean leaves;

  private Steadiness() {}

  static Steadiness of(List<Step> body) {
    Steadiness steadiness = new Steadiness();
    steadiness.steps(body);
    return steadiness;
  }

  /** Whether it does no harm to work a value out twice. */
  static boolean repeatable(Value value) {
    Steadiness steadiness = of(List.of(new Step.Evaluate(0, value)));
    return !steadiness.calls && !steadiness.writes;
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
  protected void called(String function) {
    calls = true;
  }

  @Override
  protected void written(Place place) {
    writes = true;
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
