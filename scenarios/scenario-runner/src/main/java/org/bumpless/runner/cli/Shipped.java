package org.bumpless.runner.cli;

import java.nio.file.Path;

/** Files that come with the bench; the launcher says where its checkout is. */
final class Shipped {
  private static final String HOME = "bumpless.home";

  private Shipped() {}

  static Path file(String below) {
    return Path.of(System.getProperty(HOME, ".")).resolve(below);
  }
}
