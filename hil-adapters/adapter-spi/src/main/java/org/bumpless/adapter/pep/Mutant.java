package org.bumpless.adapter.pep;

import java.util.Set;

/**
 * A product that is broken on purpose, in one place, so that the bench itself can be tried: what it
 * breaks, a scenario must show. Found through {@link java.util.ServiceLoader} under this type; its
 * {@link #id()} can stand in a {@code sut.yaml} like that of any product.
 */
public interface Mutant extends PepProvider {
  /** What is wrong with it, as its maker would say it: one sentence. */
  String fault();

  /** The ids of the requirements that it breaks, for example {@code ENF-01}; never empty. */
  Set<String> breaks();
}
