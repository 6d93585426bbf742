package org.bumpless.pep.process;

import java.time.Duration;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;

/** Attaches a product through which packets are routed: {@code deployment: routed}. */
public final class RoutedProvider implements PepProvider {
  private final Programs programs;
  private final Duration toldWithin;

  /** With the programs of this host. */
  public RoutedProvider() {
    this(Telling.WITHIN);
  }

  RoutedProvider(Duration toldWithin) {
    this.programs = Programs.of(System.getenv().getOrDefault("PATH", ""));
    this.toldWithin = toldWithin;
  }

  @Override
  public String id() {
    return "routed";
  }

  @Override
  public Pep create(Sut sut, SitePack site) throws ProductException {
    if (!(sut.deployment() instanceof Deployment.Routed how)) {
      throw new IllegalArgumentException("not a product that routes: " + sut.deployment());
    }
    return new RoutedPep(
        sut.title(),
        Preparation.of(sut, site, how.templates(), how.command(), how.needs(), programs),
        site,
        programs,
        toldWithin);
  }
}
