package org.bumpless.scenario.requirement;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Plant;

/** What a bench needs to have before some requirements can be observed on it. */
public enum Means {
  /** Hosts with networks of their own, so that there are ways to be kept shut. */
  NETNS("hosts that share one network cannot show it; the netns fabric can"),
  /** A data diode between two such networks. */
  DIODE("no data diode can be seen at work in this bench"),
  /** Wires and a clock on the wall, without which nothing can be said of time. */
  REAL_TIME("virtual time says nothing of it; --clock real does"),
  /** A product in processes of its own, to which things can happen. */
  PROCESS("the bench has started no process of the product's to which this could happen"),
  /**
   * A product whose programs are files of this host, so that it can be given a clock of its own.
   */
  CLOCK("the bench has started no program of this host whose clock it could set"),
  /** A safety controller. */
  SIS("no safety controller runs in this bench");

  /** What the network of a bench in virtual time is made of: nothing. */
  public static final String VIRTUAL = "virtual";

  private final String lack;

  Means(String lack) {
    this.lack = lack;
  }

  /**
   * The means of a bench.
   *
   * @param fabric what the plant's network is made of
   */
  public static Set<Means> of(String fabric, Plant plant, Sut sut) {
    Set<Means> means = EnumSet.noneOf(Means.class);
    if (!fabric.equals(VIRTUAL)) {
      means.add(REAL_TIME);
      switch (sut.deployment()) {
        case Deployment.Process _ -> means.addAll(Set.of(PROCESS, CLOCK));
        case Deployment.Container _ -> means.add(PROCESS);
        case Deployment.Builtin _, Deployment.Routed _, Deployment.External _ -> {}
      }
    }
    if (fabric.equals(NETNS.label())) {
      means.add(NETNS);
      if (plant.conduits().stream().anyMatch(c -> c.enforcement() == Enforcement.DIODE)) {
        means.add(DIODE);
      }
    }
    if (!plant.safetyFunctions().isEmpty()) {
      means.add(SIS);
    }
    return means;
  }

  /** As the catalogue writes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Why nothing can be observed without it. */
  public String lack() {
    return lack;
  }
}
