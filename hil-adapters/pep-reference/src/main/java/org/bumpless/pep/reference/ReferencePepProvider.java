package org.bumpless.pep.reference;

import java.util.function.UnaryOperator;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Sut;

/**
 * Attaches the reference enforcement point: {@code deployment: builtin}, {@code builtin:
 * reference}.
 */
public final class ReferencePepProvider implements PepProvider {
  @Override
  public String id() {
    return "reference";
  }

  @Override
  public Pep create(Sut sut, SitePack site) throws ProductException {
    return ReferencePep.prepare(sut.settings(), site, UnaryOperator.identity());
  }
}
