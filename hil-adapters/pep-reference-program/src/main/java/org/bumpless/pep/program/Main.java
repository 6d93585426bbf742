package org.bumpless.pep.program;

import java.time.Duration;
import org.bumpless.plant.engine.clock.RealClock;

/**
 * {@code java org.bumpless.pep.program.Main FILE}: the reference enforcement point in the
 * foreground. TERM and Ctrl-C end it in order, with exit code 0. 64 is wrong usage, 65 a bad
 * configuration, 69 something that it cannot have, 70 a fault of its own.
 */
public final class Main {
  private static final System.Logger LOG = System.getLogger(Main.class.getName());
  private static final Duration END_MAX = Duration.ofSeconds(10);

  private Main() {}

  /** Runs until told to stop. */
  public static void main(String[] arguments) {
    Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(main)));
    int code = Program.BROKEN;
    try {
      code = new Program(System.err, new RealClock()).run(arguments);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a fault of the product's own", e);
    } finally {
      Runtime.getRuntime().halt(code); // a hook that waits for this thread must not wait longer
    }
  }

  /** Interrupts the product and gives it time to close its sessions; the main thread halts then. */
  private static void end(Thread main) {
    main.interrupt();
    try {
      main.join(END_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
