package org.bumpless.plant.network.netns;

import java.io.IOException;

/** The calling thread goes to another network and comes back to its own when it closes this. */
final class Visit implements AutoCloseable {
  private final String where;
  private final int home;

  /**
   * @param where for people
   */
  Visit(String where) {
    this.where = where;
    try {
      this.home = Linux.openOwnNetwork();
    } catch (IOException e) {
      throw new IllegalStateException("no way back from the network of " + where + ": " + e, e);
    }
  }

  @Override
  public void close() {
    try {
      try {
        Linux.enterNetwork(home);
      } finally {
        Linux.close(home);
      }
    } catch (IOException e) {
      throw new IllegalStateException(
          "%s is left behind in the network of %s: %s"
              .formatted(Thread.currentThread().getName(), where, e.getMessage()),
          e);
    }
  }
}
