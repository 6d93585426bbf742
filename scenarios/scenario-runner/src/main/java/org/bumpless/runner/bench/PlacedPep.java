package org.bumpless.runner.bench;

import java.net.InetSocketAddress;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Mishap;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.network.Place;

/**
 * A product where it belongs on the network: what it opens and starts, it opens and starts there.
 */
record PlacedPep(Pep product, Place place) implements Pep {

  @Override
  public void start() throws ProductException, InterruptedException {
    place.act(product::start);
  }

  @Override
  public InetSocketAddress front(Listener listener) {
    return product.front(listener);
  }

  @Override
  public boolean routes() {
    return product.routes();
  }

  @Override
  public ProductState state() {
    return product.state();
  }

  @Override
  public boolean renew(Identity identity) throws ProductException {
    try {
      return place.within(() -> product.renew(identity));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProductException(ProductException.Cause.UNAVAILABLE, "renewal: interrupted", e);
    }
  }

  @Override
  public void kill() {
    product.kill();
  }

  @Override
  public void suffer(Mishap mishap) throws ProductException {
    product.suffer(mishap);
  }

  @Override
  public void recover() throws ProductException {
    product.recover();
  }

  @Override
  public void close() {
    product.close();
  }
}
