package org.bumpless.pep.container.foreground;

import java.util.List;
import org.bumpless.adapter.program.ForegroundProgram;

/**
 * {@code java org.bumpless.pep.container.foreground.Main ORDER}: runs a container in the
 * foreground, in the folder that it is started in, and ends with its exit code. TERM removes the
 * container. 64 is wrong usage, 69 an engine or a container that does not start, 70 a fault of its
 * own.
 */
public final class Main {
  private Main() {}

  /** Runs until the container has ended. */
  public static void main(String[] arguments) {
    // Testcontainers' own hook is cut short: it would ask a service that has ended.
    ForegroundProgram.run(() -> new Foreground(System.out).run(List.of(arguments)));
  }
}
