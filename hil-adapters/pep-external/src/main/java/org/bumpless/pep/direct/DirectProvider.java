package org.bumpless.pep.direct;

import java.net.InetSocketAddress;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.identity.Identity;

/** Attaches nothing: clients reach the controllers themselves. */
public final class DirectProvider implements PepProvider {
  @Override
  public String id() {
    return "direct";
  }

  @Override
  public Pep create(Sut sut, SitePack site) {
    return new NoProduct();
  }

  private static final class NoProduct implements Pep {
    private boolean started;

    @Override
    public void start() {
      started = true;
    }

    @Override
    public InetSocketAddress front(Listener listener) {
      return listener.upstream();
    }

    @Override
    public boolean routes() {
      return true;
    }

    @Override
    public ProductState state() {
      return started ? new ProductState.Running() : new ProductState.Stopped();
    }

    @Override
    public boolean renew(Identity identity) {
      return true;
    }

    @Override
    public void close() {
      started = false;
    }
  }
}
