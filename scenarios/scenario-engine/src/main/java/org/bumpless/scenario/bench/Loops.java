package org.bumpless.scenario.bench;

import java.util.List;
import org.bumpless.scenario.process.LoopFare;

/** The control loops of the plant. */
@FunctionalInterface
public interface Loops {
  /** How each of them has fared since a moment; as far back as is remembered. */
  List<LoopFare> since(long nanos);
}
