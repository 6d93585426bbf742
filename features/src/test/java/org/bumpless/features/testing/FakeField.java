package org.bumpless.features.testing;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.bumpless.scenario.bench.Field;

/** Sensors and actuators that remember what is wrong with them. */
public final class FakeField implements Field {
  private final Map<String, Fault> faults = new TreeMap<>();

  public Map<String, Fault> faults() {
    return Collections.unmodifiableMap(faults);
  }

  @Override
  public void fault(String signal, Fault fault) {
    if (signal.endsWith(".unknown")) {
      throw new IllegalArgumentException("process signal \"" + signal + "\": expected another");
    }
    faults.put(signal, fault);
  }

  @Override
  public void repairAll() {
    faults.clear();
  }
}
