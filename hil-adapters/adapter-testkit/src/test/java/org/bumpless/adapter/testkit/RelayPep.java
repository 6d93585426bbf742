package org.bumpless.adapter.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.plant.identity.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A product that does no more than open its doors: the double that keeps the contract, and with one
 * fault, the doubles that break it.
 */
final class RelayPep implements Pep {
  private static final long LINGER_MILLIS = 20_000;

  private final List<Listener> listeners;
  private final Set<Fault> faults;
  private final List<ServerSocket> doors = new ArrayList<>();
  private boolean running;
  private int closed;
  private @Nullable Thread leftThread;
  private @Nullable Process leftProcess;

  /** What a product can do wrong, and the rule that must catch it. */
  enum Fault {
    LAST_DOOR_STAYS_SHUT("pep01"),
    ONE_DOOR_FOR_ALL("pep02"),
    SAYS_THAT_IT_RUNS_WHEN_CREATED("pep03"),
    OPENS_ITS_DOORS_WHEN_CREATED("pep03"),
    FORGETS_THAT_IT_RUNS("pep04"),
    LEAVES_ITS_DOORS_OPEN("pep08"),
    LEAVES_A_THREAD("pep05"),
    LEAVES_A_PROCESS("pep05"),
    SAYS_THAT_IT_RUNS_AFTER_CLOSE("pep05"),
    CANNOT_BE_CLOSED_TWICE("pep06"),
    CANNOT_BE_CLOSED_UNSTARTED("pep06"),
    HIDES_A_FAILED_START("pep07"),
    FAILS_WITH_A_BUG("pep07"),
    FAILED_START_LEAVES_DOORS_OPEN("pep07"),
    SWALLOWS_THE_INTERRUPT("pep09"),
    GIVES_UP_CLOSING_WHEN_INTERRUPTED("pep10"),
    DIES_OF_RENEWAL("pep11"),
    RENEWAL_OF_A_STOPPED_ONE_IS_A_BUG("pep12");

    private final String caughtBy;

    Fault(String rule) {
      this.caughtBy = rule;
    }

    String caughtBy() {
      return caughtBy;
    }
  }

  RelayPep(List<Listener> listeners, Set<Fault> faults) {
    this.listeners = listeners;
    this.faults = faults;
    running = has(Fault.SAYS_THAT_IT_RUNS_WHEN_CREATED);
    if (has(Fault.OPENS_ITS_DOORS_WHEN_CREATED)) {
      try {
        open(listeners.getFirst());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private boolean has(Fault fault) {
    return faults.contains(fault);
  }

  @Override
  public void start() throws ProductException {
    boolean interrupted = has(Fault.SWALLOWS_THE_INTERRUPT) && Thread.interrupted();
    int count = has(Fault.LAST_DOOR_STAYS_SHUT) || interrupted ? 1 : listeners.size();
    List<Listener> opened = listeners.subList(doors.size(), count);
    try {
      for (Listener listener : opened) {
        open(listener);
      }
      running = true;
    } catch (IOException e) {
      startFailed(e);
    }
    if (has(Fault.LEAVES_A_THREAD)) {
      leftThread = Thread.ofPlatform().daemon().name("left-behind").start(RelayPep::linger);
    }
    if (has(Fault.LEAVES_A_PROCESS)) {
      leftProcess = sleep();
    }
  }

  private void open(Listener listener) throws IOException {
    ServerSocket door = new ServerSocket();
    doors.add(door);
    door.setReuseAddress(true);
    door.bind(listener.front());
  }

  private void startFailed(IOException e) throws ProductException {
    if (has(Fault.HIDES_A_FAILED_START)) {
      running = true;
      return;
    }
    if (!has(Fault.FAILED_START_LEAVES_DOORS_OPEN)) {
      shut();
    }
    if (has(Fault.FAILS_WITH_A_BUG)) {
      throw new IllegalStateException(e);
    }
    throw new ProductException(
        ProductException.Cause.UNAVAILABLE, "cannot open a door: " + e.getMessage(), e);
  }

  private static void linger() {
    try {
      Thread.currentThread().join(LINGER_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Process sleep() {
    try {
      return new ProcessBuilder("sleep", "20").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public InetSocketAddress front(Listener listener) {
    return has(Fault.ONE_DOOR_FOR_ALL) ? listeners.getFirst().front() : listener.front();
  }

  @Override
  public ProductState state() {
    return running && !has(Fault.FORGETS_THAT_IT_RUNS)
        ? new ProductState.Running()
        : new ProductState.Stopped();
  }

  @Override
  public boolean renew(Identity identity) {
    if (has(Fault.DIES_OF_RENEWAL)) {
      shut();
    }
    if (!running && has(Fault.RENEWAL_OF_A_STOPPED_ONE_IS_A_BUG)) {
      throw new IllegalStateException("not running");
    }
    return false;
  }

  @Override
  public void close() {
    closed++;
    boolean refuses =
        closed == 2 && has(Fault.CANNOT_BE_CLOSED_TWICE)
            || !running && closed == 1 && has(Fault.CANNOT_BE_CLOSED_UNSTARTED);
    if (refuses) {
      throw new IllegalStateException("not now");
    }
    if (Thread.currentThread().isInterrupted() && has(Fault.GIVES_UP_CLOSING_WHEN_INTERRUPTED)) {
      return;
    }
    if (!has(Fault.LEAVES_ITS_DOORS_OPEN)) {
      shut();
    }
    running = has(Fault.SAYS_THAT_IT_RUNS_AFTER_CLOSE);
  }

  /** Takes away what a fault has left behind. */
  void removeLeftovers() {
    shut();
    if (leftThread != null) {
      leftThread.interrupt();
    }
    if (leftProcess != null) {
      leftProcess.destroyForcibly();
    }
  }

  private void shut() {
    for (ServerSocket door : doors) {
      try {
        door.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    doors.clear();
  }
}
