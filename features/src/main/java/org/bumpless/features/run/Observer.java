package org.bumpless.features.run;

import org.bumpless.scenario.result.ScenarioResult;

/** Is told how a run goes on. */
public interface Observer {
  /** How many scenarios will be driven. */
  void planned(int scenarios);

  void started(String scenario);

  void finished(ScenarioResult result);
}
