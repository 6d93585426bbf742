package org.bumpless.adapter.pdp;

import java.nio.file.Path;
import java.util.Map;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.plant.time.NanoClock;

/** One kind of PDP; found through {@link java.util.ServiceLoader}. */
public interface PdpProvider {
  /** As {@code sut.yaml} names it, for example {@code cedar}. */
  String id();

  /** Whether its PDPs run outside the bench, which then has to have a way out. */
  default boolean outside() {
    return false;
  }

  /**
   * Makes a PDP ready.
   *
   * @param settings as {@code sut.yaml} gives them
   * @param folder folder of {@code sut.yaml}
   * @throws ProductException if the settings or the policies cannot be used
   */
  PolicyDecisionPoint create(Map<String, String> settings, Path folder, NanoClock clock)
      throws ProductException;
}
