package org.bumpless.pep.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bumpless.adapter.pep.Doors;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.ProductException;

/**
 * The addresses at which a product is to listen, before and while it does. Listeners behind one
 * gate share its address.
 */
final class Fronts {
  private static final Duration KNOCK_MAX = Duration.ofMillis(500);
  private static final int TOLD_MAX = 3;

  private final List<Listener> listeners;

  Fronts(List<Listener> listeners) {
    Map<InetSocketAddress, Listener> byAddress = new LinkedHashMap<>();
    listeners.forEach(l -> byAddress.putIfAbsent(l.front(), l));
    this.listeners = List.copyOf(byAddress.values());
  }

  /**
   * Makes sure that the product can have its addresses, so that nobody else's door is taken for the
   * product's.
   *
   * @throws ProductException if one is taken or cannot be had
   */
  void requireFree() throws ProductException {
    List<String> taken = new ArrayList<>();
    for (Listener listener : listeners) {
      try (ServerSocket probe = new ServerSocket()) {
        probe.setReuseAddress(true);
        probe.bind(listener.front());
      } catch (IOException e) {
        taken.add(name(listener) + " (" + e.getMessage() + ")");
      }
    }
    if (!taken.isEmpty()) {
      throw new ProductException(
          ProductException.Cause.UNAVAILABLE,
          "port taken: the product cannot listen at %s; stop what holds the address (ss -ltnp shows it) or free it otherwise"
              .formatted(several(taken)));
    }
  }

  /** Those of some listeners whose door is still shut. */
  List<Listener> shut(List<Listener> some) {
    return some.stream().filter(l -> !Doors.accepts(l.front(), KNOCK_MAX)).toList();
  }

  /** One listener for each address. */
  List<Listener> all() {
    return listeners;
  }

  /** Doors in words, the first few of them. */
  static String words(List<Listener> some) {
    return several(some.stream().map(Fronts::name).toList());
  }

  private static String name(Listener listener) {
    return "%s:%d (%s)"
        .formatted(
            listener.front().getAddress().getHostAddress(),
            listener.front().getPort(),
            listener.name());
  }

  private static String several(List<String> words) {
    String first = words.stream().limit(TOLD_MAX).collect(Collectors.joining(", "));
    return words.size() > TOLD_MAX ? first + " and " + (words.size() - TOLD_MAX) + " more" : first;
  }
}
