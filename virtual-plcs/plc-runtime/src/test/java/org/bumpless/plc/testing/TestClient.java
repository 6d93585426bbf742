package org.bumpless.plc.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.protocol.ProtocolClient;

/** A client whose far end is the test's; it writes down what is done with it. */
public final class TestClient implements ProtocolClient {
  public static final Outcome CONNECTED = new Outcome.Answered(Map.of(), "connected");

  private final String name;
  private final NanoClock clock;
  private final FarEnd far;
  private final List<String> diary;

  /** What comes back, and how long that takes on the bench clock. */
  public record Reaction(Duration took, Outcome outcome) {}

  /** Reacts to an operation that arrives at a moment. */
  @FunctionalInterface
  public interface FarEnd {
    Reaction react(Operation operation, long nanos);
  }

  /**
   * @param diary safe for any number of threads
   */
  public TestClient(String name, NanoClock clock, FarEnd far, List<String> diary) {
    this.name = name;
    this.clock = clock;
    this.far = far;
    this.diary = diary;
  }

  @Override
  public Set<String> manners() {
    return Set.of(Operation.Write.PLAIN);
  }

  @Override
  public Outcome connect() {
    diary.add(name + " connects");
    return CONNECTED;
  }

  @Override
  public Outcome perform(Operation operation) {
    Reaction reaction = far.react(operation, clock.nanos());
    diary.add(name + (operation instanceof Operation.Read ? " polls" : " commands"));
    try {
      if (reaction.took().isPositive()) {
        clock.await(reaction.took());
      }
      return reaction.outcome();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.NoReply("interrupted");
    }
  }

  @Override
  public boolean connected() {
    return true;
  }

  @Override
  public boolean awaitClosed() {
    return false;
  }

  @Override
  public void close() {
    diary.add(name + " closes");
  }
}
