package org.bumpless.pep.external;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bumpless.adapter.pep.Doors;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.plant.identity.Identity;

/** A product that somebody else runs. */
final class ExternalPep implements Pep {
  private static final Duration KNOCK_MAX = Duration.ofSeconds(2);
  private static final int TOLD_MAX = 5;

  private final String title;
  private final List<Listener> listeners;
  private final Map<String, InetSocketAddress> fronts;
  private volatile boolean started;

  /**
   * @param fronts an address for each listener, by its name
   */
  ExternalPep(String title, List<Listener> listeners, Map<String, InetSocketAddress> fronts) {
    this.title = title;
    this.listeners = listeners;
    this.fronts = fronts;
  }

  @Override
  public void start() throws ProductException, InterruptedException {
    List<String> shut = new ArrayList<>();
    for (Listener listener : listeners) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while looking for " + title);
      }
      if (shut.size() < TOLD_MAX && !Doors.accepts(front(listener), KNOCK_MAX)) {
        shut.add(listener.name() + " at " + front(listener));
      }
    }
    if (!shut.isEmpty()) {
      throw new ProductException(
          ProductException.Cause.UNAVAILABLE,
          "%s cannot be reached: nothing accepts a connection for %s%s; start it, or correct external.fronts in its sut.yaml"
              .formatted(
                  title,
                  String.join(", ", shut),
                  shut.size() == TOLD_MAX ? " and perhaps more" : ""));
    }
    started = true;
  }

  @Override
  public InetSocketAddress front(Listener listener) {
    InetSocketAddress front = fronts.get(listener.name());
    if (front == null) {
      throw new IllegalArgumentException("the site has no listener " + listener.name());
    }
    return front;
  }

  @Override
  public ProductState state() {
    return started ? new ProductState.Running() : new ProductState.Stopped();
  }

  /** Its certificate is not ours to renew. */
  @Override
  public boolean renew(Identity identity) {
    return false;
  }

  @Override
  public void close() {
    started = false;
  }
}
