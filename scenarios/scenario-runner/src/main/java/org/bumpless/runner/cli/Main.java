package org.bumpless.runner.cli;

/** Starts the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(Bumpless.execute(System.out, System.err, arguments));
  }
}
