package org.bumpless.pep.container.foreground;

import java.time.Duration;
import java.util.List;

/**
 * {@code java org.bumpless.pep.container.foreground.Main ORDER}: runs a container in the
 * foreground, in the folder that it is started in, and ends with its exit code. TERM removes the
 * container. 64 is wrong usage, 69 an engine or a container that does not start.
 */
public final class Main {
  private static final System.Logger LOG = System.getLogger(Main.class.getName());
  private static final Duration END_MAX = Duration.ofSeconds(10);

  private Main() {}

  /** Runs until the container has ended. */
  public static void main(String[] arguments) {
    Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(main)));
    int code = Foreground.UNAVAILABLE;
    try {
      code = new Foreground(System.out).run(List.of(arguments));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a fault of the program in the foreground", e);
    } finally {
      System.out.flush();
      Runtime.getRuntime().halt(code); // Testcontainers' hook would ask a service that has ended
    }
  }

  /** Lets the main thread remove the container; it halts then. */
  private static void end(Thread main) {
    main.interrupt();
    try {
      main.join(END_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
