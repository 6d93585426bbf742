package org.bumpless.features.testing;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.bench.Session;

/** A session that knows all manners of writing that the shipped features speak of. */
final class FakeSession implements Session {
  private static final Set<String> MANNERS =
      Set.of(
          "plain",
          "function 5",
          "function 6",
          "function 15",
          "function 16",
          "function 22",
          "function 23",
          "split in header",
          "split in body",
          "behind a read",
          "behind two reads");

  private final Function<Operation, Outcome> far;

  FakeSession(Function<Operation, Outcome> far) {
    this.far = far;
  }

  @Override
  public Set<String> manners() {
    return MANNERS;
  }

  @Override
  public Outcome connect() {
    return new Outcome.Answered(Map.of(), "connected");
  }

  @Override
  public Outcome perform(Operation operation) {
    return far.apply(operation);
  }

  @Override
  public boolean connected() {
    return true;
  }

  @Override
  public boolean awaitClosed() {
    return true;
  }

  @Override
  public void close() {}
}
