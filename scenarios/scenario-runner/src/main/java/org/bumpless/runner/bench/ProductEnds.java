package org.bumpless.runner.bench;

import java.net.InetSocketAddress;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.plant.model.Flow;
import org.bumpless.runner.wire.WireLab;

/** What is dialled for a flow before the product, and behind it. */
record ProductEnds(Routes routes, Pep pep) implements WireLab.Ends {
  @Override
  public InetSocketAddress door(Flow flow) {
    return pep.front(listener(flow));
  }

  @Override
  public InetSocketAddress server(Flow flow) {
    return listener(flow).upstream();
  }

  private Listener listener(Flow flow) {
    return routes.door(flow.client(), flow.server(), flow.protocol());
  }
}
