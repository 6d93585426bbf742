package org.bumpless.scenario.bench;

import java.util.Optional;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.profile.Profile;

/** A plant with a product in its conduits, running. */
public interface Bench {
  Plant plant();

  Sut sut();

  Profile profile();

  long seed();

  NanoClock clock();

  History history();

  PlantServices services();

  /** The PDP itself, as {@code sut.yaml} names it, asked past the product; empty without one. */
  Optional<PolicyDecisionPoint> decisionPoint();

  /** The PDP that the bench serves to the product, if the product asks one. */
  Optional<DecisionService> decisions();

  /** A connection of a client to a controller, not opened yet. */
  Session session(Call call);

  Stations stations();

  Controllers controllers();

  Safety safety();

  Process process();

  Field field();

  Loops loops();

  /** What the plant's network is made of, as requirements name it, for example {@code netns}. */
  String fabric();

  /** Ways that packets take; empty where hosts have no network of their own. */
  Optional<Network> network();

  Cables cables();

  Power power();

  LatencyLab latency();

  LoadLab load();

  /** What is kept of the wire. */
  Evidence evidence();

  /** How long the host itself stood still, seen by the plant's own scan. */
  HostStalls stalls();

  /** Why the product does not run any more, if it has ended by itself. */
  Optional<String> productEnded();

  /** Issues an SVID to somebody of the plant. */
  Identities identities();

  /**
   * Waits until every write that a controller has accepted so far has had its scan.
   *
   * @throws InterruptedException if the run is interrupted
   */
  void settle() throws InterruptedException;

  /**
   * Brings plant, people, tickets, PDP and stations back to how they were when the run began, and
   * waits until the stations see all controllers again.
   *
   * @return why it could not be done, if it could not
   */
  Optional<String> restore() throws InterruptedException;
}
