package org.bumpless.pep.container.foreground;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bumpless.pep.process.ProcessProvider;
import org.testcontainers.containers.ContainerLaunchException;

/** The program in the foreground, from its arguments to its exit code. */
public final class Foreground {
  /** Where the service of an engine listens that was started in the same folder. */
  public static final Path SOCKET = Path.of("/proc/self/cwd/engine.sock");

  static final int ENDED = 0;
  static final int USAGE = 64;
  static final int UNAVAILABLE = 69;

  private static final Duration SERVICE_WITHIN = Duration.ofSeconds(20);

  private final PrintStream out;

  Foreground(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs until the container has ended, or the thread is interrupted.
   *
   * @param arguments an order
   * @return exit code
   */
  int run(List<String> arguments) {
    try {
      Order order = Order.of(arguments);
      if (order.service().isEmpty()) {
        return run(order);
      }
      try (EngineService _ = EngineService.start(order.service(), SOCKET, SERVICE_WITHIN)) {
        return run(order);
      }
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return USAGE;
    } catch (IOException e) {
      out.println("the engine's service: " + e.getMessage());
      return UNAVAILABLE;
    } catch (InterruptedException _) {
      return ENDED; // the caller ends the process, so nobody asks for the interrupt any more
    }
  }

  private int run(Order order) throws InterruptedException {
    Path folder = Path.of("").toAbsolutePath();
    String mark = System.getenv().getOrDefault(ProcessProvider.MARK, "");
    try (PlacedContainer container =
        new PlacedContainer(order, folder, Map.of(ProcessProvider.MARK, mark), new Output(out))) {
      container.start();
      return container.awaitEnd();
    } catch (ContainerLaunchException e) {
      out.println(root(e));
      return UNAVAILABLE;
    }
  }

  private static String root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).strip();
  }
}
