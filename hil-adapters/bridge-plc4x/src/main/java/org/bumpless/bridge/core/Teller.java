package org.bumpless.bridge.core;

import org.bumpless.adapter.bridge.BridgeEvent;
import org.bumpless.plant.model.TagId;

/** Is told what the bench should know; must not block for long. */
public interface Teller {
  /**
   * A tag was read.
   *
   * @param value in the tag's unit
   */
  void value(TagId tag, double value);

  /** Nothing more will happen about a write. */
  void settled(long number);

  void event(BridgeEvent.Kind kind, String text);
}
