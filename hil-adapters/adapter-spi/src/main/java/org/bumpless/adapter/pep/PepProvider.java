package org.bumpless.adapter.pep;

import org.bumpless.adapter.sut.Sut;

/** One way of attaching a product; found through {@link java.util.ServiceLoader}. */
public interface PepProvider {
  /** As {@link org.bumpless.adapter.sut.Deployment#provider()} names it. */
  String id();

  /**
   * Prepares a product without starting anything.
   *
   * @throws ProductException if the description cannot work on this host
   */
  Pep create(Sut sut, SitePack site) throws ProductException;
}
