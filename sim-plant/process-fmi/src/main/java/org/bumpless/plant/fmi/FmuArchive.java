package org.bumpless.plant.fmi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of an FMU that the bench needs, in a folder of their own until it is closed. */
final class FmuArchive implements AutoCloseable {
  static final String DESCRIPTION = "modelDescription.xml";

  private static final String BINARIES = "binaries/";
  private static final String PLATFORM = BINARIES + "linux64/";
  private static final String RESOURCES = "resources/";
  private static final int ENTRIES_MAX = 10_000;
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path folder;
  private long bytesLeft;

  private FmuArchive(Path folder, long bytesMax) {
    this.folder = folder;
    this.bytesLeft = bytesMax;
  }

  /**
   * Unpacks a file.
   *
   * @param temporary folder in which the archive makes its own
   * @param bytesMax that the parts may have together, unpacked
   * @throws FmuException if it is no zip, or one that wants out of its folder or is too large
   */
  static FmuArchive unpack(Path file, Path temporary, long bytesMax) {
    @Nullable FmuArchive archive = null;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      archive =
          new FmuArchive(
              Files.createTempDirectory(temporary, "bumpless-fmu-").toRealPath(), bytesMax);
      archive.takeAll(zip);
      return archive;
    } catch (ZipException e) {
      throw closed(archive, new FmuException("no zip (" + e.getMessage() + ")", "an FMU"));
    } catch (IOException e) {
      throw closed(
          archive,
          new FmuException(
              "a file that cannot be unpacked (" + e + ")",
              "one that you may read, and room in the folder for temporary files"));
    } catch (FmuException e) {
      throw closed(archive, e);
    }
  }

  private static FmuException closed(@Nullable FmuArchive archive, FmuException why) {
    if (archive != null) {
      archive.close();
    }
    return why;
  }

  private void takeAll(ZipFile zip) throws IOException {
    if (zip.size() > ENTRIES_MAX) {
      throw new FmuException(zip.size() + " files in it", ENTRIES_MAX + " at most");
    }
    for (ZipEntry entry : Collections.list(zip.entries())) {
      Path target = inside(entry.getName());
      if (entry.isDirectory() || !isNeeded(entry.getName())) {
        continue;
      }
      Files.createDirectories(target.getParent());
      try (InputStream in = zip.getInputStream(entry);
          OutputStream out = Files.newOutputStream(target)) {
        copy(in, out);
      }
    }
  }

  private static boolean isNeeded(String name) {
    return name.equals(DESCRIPTION) || name.startsWith(PLATFORM) || name.startsWith(RESOURCES);
  }

  private Path inside(String name) {
    try {
      Path target = folder.resolve(name).normalize();
      if (target.startsWith(folder) && name.indexOf('\\') < 0) {
        return target;
      }
    } catch (InvalidPathException _) {
      // it is no name of a file at all
    }
    throw new FmuException(
        "\"" + name + "\" in it, which leads out of its folder", "an FMU from a trusted source");
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytesLeft -= read;
      if (bytesLeft < 0) {
        throw new FmuException("more in it than the bench unpacks", "a smaller FMU");
      }
      out.write(buffer, 0, read);
    }
  }

  /**
   * The model description.
   *
   * @throws FmuException if there is none
   */
  byte[] description() {
    try {
      Path description = folder.resolve(DESCRIPTION);
      if (Files.isRegularFile(description)) {
        return Files.readAllBytes(description);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new FmuException("a zip without " + DESCRIPTION, "an FMU");
  }

  /**
   * The shared library.
   *
   * @param identifier of the model, which the library is named by
   * @throws FmuException if there is none for this machine
   */
  Path library(String identifier) {
    Path library = folder.resolve(PLATFORM + identifier + ".so");
    if (!Files.isRegularFile(library)) {
      throw new FmuException(
          "no " + PLATFORM + identifier + ".so in it",
          "an FMU with a binary for Linux on x86-64: export it again with that platform");
    }
    return library;
  }

  /** Where the FMU finds its own files, as it wants to be told. */
  String resources() {
    return folder.toUri() + "resources";
  }

  @Override
  public void close() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> inner = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : inner) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
