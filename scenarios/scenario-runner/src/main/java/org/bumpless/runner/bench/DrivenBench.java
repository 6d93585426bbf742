package org.bumpless.runner.bench;

import java.util.List;
import org.bumpless.plc.scan.Lateness;
import org.bumpless.scenario.bench.Bench;

/** A bench that a run drives to its end; closing it stops everything. */
public interface DrivenBench extends Bench, AutoCloseable {
  /** How late its scans began. */
  Lateness lateness();

  /** What the historians' files lack, one sentence each; empty if nothing. */
  List<String> unrecorded();

  @Override
  void close();
}
