package org.bumpless.runner.bench;

import java.util.List;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.scan.Lateness;
import org.bumpless.scenario.bench.Bench;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.profile.Profile;

/** A bench that a run drives to its end; closing it stops everything. */
public interface DrivenBench extends Bench, AutoCloseable {
  BenchFacts facts();

  @Override
  default Plant plant() {
    return facts().plant();
  }

  @Override
  default Sut sut() {
    return facts().sut();
  }

  @Override
  default Profile profile() {
    return facts().profile();
  }

  @Override
  default long seed() {
    return facts().seed();
  }

  @Override
  default NanoClock clock() {
    return facts().clock();
  }

  @Override
  default History history() {
    return facts().history();
  }

  /** How late its scans began. */
  Lateness lateness();

  /**
   * What the historians' files lack, and what real controllers did otherwise, one sentence each;
   * empty if nothing.
   */
  List<String> unrecorded();

  /** Why what was observed may not be what real controllers did; empty if there is no doubt. */
  default List<String> doubts() {
    return List.of();
  }

  @Override
  void close();
}
