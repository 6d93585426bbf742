package org.bumpless.runner.cli;

import java.util.Set;
import org.bumpless.adapter.pep.Mutant;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.runner.bench.Providers;

/** A mutant that lies: it is the reference product as it is, and nothing can catch it. */
public final class NoFault implements Mutant {
  static final String ID = "no-fault";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String fault() {
    return "It says that it lets people in without a ticket, and does not.";
  }

  @Override
  public Set<String> breaks() {
    return Set.of("DEC-03");
  }

  @Override
  public Pep create(Sut sut, SitePack site) throws ProductException {
    return Providers.find(PepProvider.class, PepProvider::id, "reference", "product provider")
        .create(sut, site);
  }
}
