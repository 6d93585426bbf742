package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The user namespace of this process (user_namespaces(7)). */
final class UserNamespace {
  private static final Path MAP = Path.of("/proc/self/uid_map");
  private static final String WHOLE = "0 0 4294967295";

  private UserNamespace() {}

  /** Whether root here is an ordinary user outside. */
  static boolean isPrivate() {
    try {
      return !Files.readString(MAP).strip().replaceAll("\\s+", " ").equals(WHOLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
