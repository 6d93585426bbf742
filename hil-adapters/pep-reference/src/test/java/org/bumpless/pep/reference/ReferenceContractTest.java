package org.bumpless.pep.reference;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.testkit.PepContract;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.time.NanoClock;

/** The reference product keeps the contract, even if its decision point is nowhere to be found. */
class ReferenceContractTest extends PepContract {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  @Override
  protected NanoClock clock() {
    return new RealClock();
  }

  @Override
  protected Pep create(TestSite site) throws ProductException {
    return ReferencePep.prepare(
        Map.of(), site.pack(Optional.of(NOWHERE)), UnaryOperator.identity());
  }
}
