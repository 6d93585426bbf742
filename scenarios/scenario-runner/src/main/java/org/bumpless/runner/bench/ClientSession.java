package org.bumpless.runner.bench;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.ProtocolClient;
import org.bumpless.scenario.bench.Session;

/** A protocol client as scenarios use it. */
record ClientSession(ProtocolClient client) implements Session {
  @Override
  public Set<String> manners() {
    return client.manners();
  }

  @Override
  public Outcome connect() {
    return client.connect();
  }

  @Override
  public Outcome perform(Operation operation) {
    return client.perform(operation);
  }

  @Override
  public BooleanSupplier prepare(Operation operation) {
    return client.prepare(operation);
  }

  @Override
  public boolean connected() {
    return client.connected();
  }

  @Override
  public boolean awaitClosed() {
    return client.awaitClosed();
  }

  @Override
  public void close() {
    client.close();
  }
}
