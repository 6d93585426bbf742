package org.bumpless.plc.scan;

import org.bumpless.plant.model.Effect;

/**
 * Is told of every change that a write from the network made; called on the scan thread, must not
 * block.
 */
@FunctionalInterface
public interface EffectLog {
  void changed(Effect effect);
}
