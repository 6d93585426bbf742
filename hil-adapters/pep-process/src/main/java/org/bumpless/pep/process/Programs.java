package org.bumpless.pep.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The programs of this host.
 *
 * @param folders where they are looked for, in order
 */
public record Programs(List<Path> folders) {
  /** Where Debian puts servers, which is not on an ordinary user's PATH. */
  private static final List<String> OF_THE_SYSTEM =
      List.of("/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/bin", "/bin");

  public Programs {
    folders = List.copyOf(folders);
  }

  /** The folders of a PATH and those of the system. */
  public static Programs of(String path) {
    Set<Path> folders = new LinkedHashSet<>();
    Stream.concat(Stream.of(path.split(File.pathSeparator)), OF_THE_SYSTEM.stream())
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute)
        .forEach(folders::add);
    return new Programs(List.copyOf(folders));
  }

  /** The first program of that name. */
  public Optional<Path> find(String name) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /** As a value for PATH. */
  public String path() {
    return String.join(File.pathSeparator, folders.stream().map(Path::toString).toList());
  }
}
