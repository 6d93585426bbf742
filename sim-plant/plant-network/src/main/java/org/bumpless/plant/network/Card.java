package org.bumpless.plant.network;

/** A second network card of a host, plugged into another zone than its own. */
public interface Card extends AutoCloseable {

  /** Takes it out. */
  @Override
  void close();
}
