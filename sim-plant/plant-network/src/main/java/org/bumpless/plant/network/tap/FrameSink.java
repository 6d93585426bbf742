package org.bumpless.plant.network.tap;

/** Takes what a tap sees. */
@FunctionalInterface
public interface FrameSink {
  /** A frame has passed, after all those before it. Called by one thread; must not block. */
  void frame(Frame frame);
}
