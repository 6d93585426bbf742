package org.bumpless.reports.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bumpless.reports.Sha256;

/**
 * A file of the run's folder.
 *
 * @param file its path below that folder, with slashes
 * @param sha256 of its bytes, in hexadecimal digits
 */
public record Evidence(String file, long bytes, String sha256) {

  /** All files of a run's folder but those of the bundle itself, sorted by name. */
  static List<Evidence> of(Path run) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(run)) {
      files =
          found
              .filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
              .filter(f -> !f.startsWith(run.resolve(Bundle.FOLDER)))
              .sorted()
              .toList();
    }
    List<Evidence> evidence = new ArrayList<>();
    for (Path file : files) {
      evidence.add(new Evidence(name(run.relativize(file)), Files.size(file), Sha256.of(file)));
    }
    return evidence;
  }

  private static String name(Path below) {
    return StreamSupport.stream(below.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }
}
