package org.bumpless.runner.mutant;

import java.util.Set;
import org.bumpless.adapter.pep.Mutant;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Sut;

/** A mutant of which only the name is needed. */
record FakeMutant(String id, Set<String> breaks) implements Mutant {
  FakeMutant(String id, String... breaks) {
    this(id, Set.of(breaks));
  }

  @Override
  public String fault() {
    return "It is not " + id + ".";
  }

  @Override
  public Pep create(Sut sut, SitePack site) {
    throw new UnsupportedOperationException("no bench is built here");
  }
}
