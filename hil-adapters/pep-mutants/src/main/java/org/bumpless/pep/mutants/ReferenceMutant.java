package org.bumpless.pep.mutants;

import java.util.Set;
import org.bumpless.adapter.pep.Mutant;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.pep.reference.ReferencePep;
import org.bumpless.pep.reference.parts.ReferenceParts;

/** The reference product with one of its parts exchanged, and nothing else. */
abstract class ReferenceMutant implements Mutant {
  private final String id;
  private final String fault;
  private final Set<String> breaks;

  /**
   * @param fault one sentence
   * @param breaks requirement ids
   */
  ReferenceMutant(String id, String fault, String... breaks) {
    this.id = id;
    this.fault = fault;
    this.breaks = Set.of(breaks);
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String fault() {
    return fault;
  }

  @Override
  public final Set<String> breaks() {
    return breaks;
  }

  @Override
  public final Pep create(Sut sut, SitePack site) throws ProductException {
    return ReferencePep.prepare(sut.settings(), site, parts -> broken(parts, site));
  }

  /** The parts of the reference product with one of them broken. */
  abstract ReferenceParts broken(ReferenceParts sound, SitePack site);
}
