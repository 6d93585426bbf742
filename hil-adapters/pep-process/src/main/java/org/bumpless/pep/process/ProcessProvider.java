package org.bumpless.pep.process;

import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;

/** Attaches a product that the bench starts as a process: {@code deployment: process}. */
public final class ProcessProvider implements PepProvider {
  /** Name in the environment of all that belongs to a product, and of nothing else. */
  public static final String MARK = "BUMPLESS_PRODUCT";

  private final Programs programs;
  private final Optional<Signals> signals;

  /** With the programs of this host. */
  public ProcessProvider() {
    this(Programs.of(System.getenv().getOrDefault("PATH", "")));
  }

  ProcessProvider(Programs programs) {
    this.programs = programs;
    this.signals = Optional.empty();
  }

  /**
   * For products whose first process is not the one that is started.
   *
   * @param programs of this host
   * @param signals how they are sent to the product
   */
  public ProcessProvider(Programs programs, Signals signals) {
    this.programs = programs;
    this.signals = Optional.of(signals);
  }

  @Override
  public String id() {
    return "process";
  }

  @Override
  public Pep create(Sut sut, SitePack site) throws ProductException {
    if (!(sut.deployment() instanceof Deployment.Process how)) {
      throw new IllegalArgumentException("not a product in a process: " + sut.deployment());
    }
    Preparation preparation =
        Preparation.of(sut, site, how.templates(), how.command(), how.needs(), programs);
    Optional<Telling> interception =
        how.interception().isPresent()
            ? Optional.of(interception(sut, site, how.interception().get()))
            : Optional.empty();
    return new ProcessPep(
        new ProcessPep.Plan(sut.title(), sut.access(), how, preparation, interception, signals),
        site,
        programs);
  }

  private Telling interception(Sut sut, SitePack site, Deployment.Interception how)
      throws ProductException {
    Preparation told = Preparation.of(sut, site, Map.of(), how.command(), how.needs(), programs);
    return new Telling(sut.title(), told.command(), site, programs, Telling.WITHIN);
  }
}
