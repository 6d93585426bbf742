package org.bumpless.features.run;

import org.bumpless.scenario.result.ScenarioResult;

/** Is told how a run goes on. */
public interface Observer {
  /**
   * How many scenarios will be driven.
   *
   * @param measuring how many of them measure latency, which takes as long as the profile says
   */
  void planned(int scenarios, int measuring);

  /**
   * A scenario begins.
   *
   * @param measuring whether it measures latency
   */
  void started(String scenario, boolean measuring);

  /**
   * A scenario was driven and judged.
   *
   * @param soFar everything up to here, this scenario included
   */
  void finished(ScenarioResult result, Outcome soFar);
}
