package org.bumpless.adapter.program;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * A program that a bench starts and that stays in the foreground until it is told to end. TERM and
 * Ctrl-C interrupt its thread, so that it ends in order, and the process ends with its exit code.
 */
public final class ForegroundProgram {
  /** Exit code after a fault of the program's own (sysexits.h, EX_SOFTWARE). */
  public static final int BROKEN = 70;

  private static final System.Logger LOG = System.getLogger(ForegroundProgram.class.getName());
  private static final Duration END_MAX = Duration.ofSeconds(10);

  private ForegroundProgram() {}

  /**
   * Runs until the program returns, and ends the process. Other hooks may be cut short, for one
   * that waits for this thread must not wait longer.
   *
   * @param program returns its exit code; it returns soon after an interrupt
   */
  public static void run(IntSupplier program) {
    Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(main)));
    int code = BROKEN;
    try {
      code = program.getAsInt();
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "a fault of the program's own", e);
    } finally {
      System.out.flush();
      Runtime.getRuntime().halt(code);
    }
  }

  /** Interrupts the program and gives it time to end in order; the process ends then. */
  private static void end(Thread main) {
    main.interrupt();
    try {
      main.join(END_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
