package org.bumpless.adapter.bridge;

import org.bumpless.adapter.pep.ProductException;
import org.bumpless.plant.model.Asset;

/** One way of speaking to real controllers; found through {@link java.util.ServiceLoader}. */
public interface BridgeProvider {
  /** As {@link org.bumpless.plant.model.BridgeSpec#provider()} names it. */
  String id();

  /**
   * Looks whether a bridge could work, without reaching for anything.
   *
   * @param controller one with a bridge
   * @throws ProductException (BAD_INPUT) if connection or addresses cannot work; the message says
   *     which, where and what helps
   */
  void check(Asset.Controller controller) throws ProductException;

  /**
   * Reaches for the real controller, reads all its tags once and records what could be written.
   *
   * @throws ProductException if it is not to be reached (UNAVAILABLE), is another one than the
   *     connection says, or does not know a tag; nothing is left then
   */
  RealController open(BridgePlan plan) throws ProductException, InterruptedException;
}
