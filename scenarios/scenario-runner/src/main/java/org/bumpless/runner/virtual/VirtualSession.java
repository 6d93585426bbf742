package org.bumpless.runner.virtual;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.Session;

/** A client's connection in virtual time; it knows one plain manner of writing. */
final class VirtualSession implements Session {
  private final VirtualWay way;
  private final Call call;
  private boolean open;

  VirtualSession(VirtualWay way, Call call) {
    this.way = way;
    this.call = call;
  }

  @Override
  public Set<String> manners() {
    return Set.of(Operation.Write.PLAIN);
  }

  @Override
  public Outcome connect() {
    return perform(new Operation.Browse());
  }

  @Override
  public Outcome perform(Operation operation) {
    Outcome outcome = way.perform(call, operation);
    open = outcome instanceof Outcome.Answered;
    return outcome;
  }

  @Override
  public boolean connected() {
    return open;
  }

  /** The product closes what it would not let pass any more. */
  @Override
  public boolean awaitClosed() {
    open =
        way.perform(call, new Operation.Read(List.of()))
            instanceof Outcome.Answered(Map<?, ?> _, String _);
    return !open;
  }

  @Override
  public void close() {
    open = false;
  }
}
