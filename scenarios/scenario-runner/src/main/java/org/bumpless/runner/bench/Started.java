package org.bumpless.runner.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.runner.MissingException;

/**
 * What has been started so far, by whichever thread; closing ends it in reverse order, all of it,
 * whatever fails on the way.
 */
public final class Started implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  public synchronized <P extends AutoCloseable> P add(P part) {
    parts.push(part);
    return part;
  }

  /**
   * Ends everything.
   *
   * @throws MissingException if nothing but things of the world could not be ended as they should,
   *     for example a real controller that is gone
   * @throws IllegalStateException if a part of the bench could not be stopped; either has what else
   *     went wrong as suppressed
   */
  @Override
  public synchronized void close() {
    List<RuntimeException> failures = new ArrayList<>();
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        if (e instanceof InterruptedException) {
          Thread.currentThread().interrupt();
        }
        failures.add(failure(e));
      }
    }
    Optional<RuntimeException> worst =
        failures.stream()
            .filter(f -> !(f instanceof MissingException))
            .findFirst()
            .or(() -> failures.stream().findFirst());
    if (worst.isPresent()) {
      failures.remove(worst.get());
      failures.forEach(worst.get()::addSuppressed);
      throw worst.get();
    }
  }

  private static RuntimeException failure(Exception e) {
    return switch (e) {
      case MissingException missing -> missing;
      case ProductException product when product.fault() == ProductException.Cause.UNAVAILABLE ->
          new MissingException(String.valueOf(product.getMessage()), product);
      default -> new IllegalStateException("could not be stopped: " + e, e);
    };
  }
}
