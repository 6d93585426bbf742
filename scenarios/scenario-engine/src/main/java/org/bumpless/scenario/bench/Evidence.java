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

        @Override
        public void again() {
          // nothing was kept
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

  /** The same scenarios come once more; what is kept of them takes the place of what there is. */
  void again();
}
