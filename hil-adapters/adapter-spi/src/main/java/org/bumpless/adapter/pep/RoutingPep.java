package org.bumpless.adapter.pep;

import java.net.InetSocketAddress;
import org.bumpless.plant.identity.Identity;

/**
 * What stands in the conduits without being spoken to: clients dial the controllers themselves, and
 * the packets cross the product's host. It shows nobody a certificate.
 */
public abstract class RoutingPep implements Pep {
  private volatile boolean running;

  /** It is there from now on. */
  protected final void stands() {
    running = true;
  }

  @Override
  public final InetSocketAddress front(Listener listener) {
    return listener.upstream();
  }

  @Override
  public final boolean routes() {
    return true;
  }

  @Override
  public final ProductState state() {
    return running ? new ProductState.Running() : new ProductState.Stopped();
  }

  @Override
  public final boolean renew(Identity identity) {
    return true;
  }

  @Override
  public final void close() {
    running = false;
  }
}
