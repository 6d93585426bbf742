package org.bumpless.runner.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bumpless.runner.MissingException;

/**
 * The folder of one run.
 *
 * @param runId its name
 */
public record RunFolder(Path path, String runId) {
  private static final int NAMES_MAX = 1_000;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * Makes the folder of a run that begins now.
   *
   * @throws MissingException if nothing can be written there
   */
  public static RunFolder create(Path out, Instant now, String sut, long seed) {
    String name = STAMP.format(now) + "-" + sut + "-" + seed;
    try {
      Files.createDirectories(out);
      Path path = fresh(out, name);
      return new RunFolder(path, path.getFileName().toString());
    } catch (IOException e) {
      throw unwritable(out, e);
    }
  }

  /** Makes a folder that nobody has made before, also if another run begins in the same second. */
  private static Path fresh(Path out, String name) throws IOException {
    for (int n = 1; ; n++) {
      Path path = out.resolve(n == 1 ? name : name + "." + n);
      try {
        return Files.createDirectory(path);
      } catch (FileAlreadyExistsException taken) {
        if (n == NAMES_MAX) {
          throw taken;
        }
      }
    }
  }

  /** The folder cannot be written, at the beginning or any more. */
  static MissingException unwritable(Path place, IOException e) {
    return new MissingException(
        "%s cannot be written (%s); make room there or choose another folder with --out"
            .formatted(place, why(e)),
        e);
  }

  private static String why(IOException e) {
    return switch (e) {
      case FileAlreadyExistsException there -> there.getFile() + " is a file";
      case NoSuchFileException gone -> gone.getFile() + ": no such folder";
      case AccessDeniedException denied -> denied.getFile() + ": permission denied";
      case FileSystemException failed when failed.getReason() != null ->
          failed.getFile() + ": " + failed.getReason();
      default -> e.getMessage() == null ? e.toString() : e.getMessage();
    };
  }

  public Path file(String name) {
    return path.resolve(name);
  }
}
