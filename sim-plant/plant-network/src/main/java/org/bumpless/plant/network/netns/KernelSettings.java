package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The settings of the kernel (proc_sys(5)); those of a network are those of the namespace that the
 * calling thread is in.
 */
final class KernelSettings {
  private static final Path ROOT = Path.of("/proc/sys");
  private static final int LETTERS_MAX = 256;

  private KernelSettings() {}

  static boolean exists(String name) {
    return Files.exists(ROOT.resolve(name));
  }

  /** What a setting says. In one gulp: whoever reads on after a first byte gets no second. */
  static String read(String name) throws IOException {
    try (InputStream in = Files.newInputStream(ROOT.resolve(name))) {
      return new String(in.readNBytes(LETTERS_MAX), StandardCharsets.US_ASCII).strip();
    }
  }

  /**
   * Changes a setting.
   *
   * @throws IOException if there is none of that name, or it cannot be changed
   */
  static void write(String name, String value) throws IOException {
    Path setting = ROOT.resolve(name);
    try {
      Files.writeString(setting, value, StandardOpenOption.WRITE);
    } catch (IOException e) {
      String why =
          switch (e) {
            case NoSuchFileException none -> "there is none of that name";
            case FileSystemException refused when refused.getReason() != null ->
                refused.getReason();
            default -> e.toString();
          };
      throw new IOException("the setting %s cannot be changed: %s".formatted(setting, why), e);
    }
  }
}
