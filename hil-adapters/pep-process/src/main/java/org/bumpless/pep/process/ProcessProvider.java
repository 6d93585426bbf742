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
  private final Programs programs;

  /** With the programs of this host. */
  public ProcessProvider() {
    this(Programs.of(System.getenv().getOrDefault("PATH", "")));
  }

  ProcessProvider(Programs programs) {
    this.programs = programs;
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
        new ProcessPep.Plan(sut.title(), sut.access(), how, preparation, interception),
        site,
        programs);
  }

  private Telling interception(Sut sut, SitePack site, Deployment.Interception how)
      throws ProductException {
    Preparation told = Preparation.of(sut, site, Map.of(), how.command(), how.needs(), programs);
    return new Telling(sut.title(), told.command(), site, programs, Telling.WITHIN);
  }
}
