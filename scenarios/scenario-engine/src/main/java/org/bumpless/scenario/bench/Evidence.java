package org.bumpless.scenario.bench;

import java.util.Optional;

/** Keeps what passes the product while a scenario runs. */
public interface Evidence {
  /** Where nothing can be seen on the wire. */
  Evidence NONE =
      new Evidence() {
        @Override
        public void begin(String scenario) {
          // nothing to keep
        }

        @Override
        public Optional<Capture> end() {
          return Optional.empty();
        }
      };

  /** A scenario begins. */
  void begin(String scenario);

  /**
   * The scenario that has begun is over.
   *
   * @return what was kept of it; empty if nothing can be seen on the wire
   */
  Optional<Capture> end() throws InterruptedException;
}
