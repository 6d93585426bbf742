package org.bumpless.runner.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the bench was built from.
 *
 * @param version of Bumpless, as the build wrote it into the jar; {@code development} outside of
 *     one
 * @param commit that the checkout stands at, read from git's own files (gitrepository-layout); it
 *     does not tell whether files were edited since. {@code unknown} where there is none
 */
record Build(String version, String commit) {
  private static final String UNKNOWN = "unknown";
  private static final String REF = "ref: ";
  private static final String LINK = "gitdir: ";

  /** Looks into a checkout. */
  static Build of(Path checkout) {
    String version = Build.class.getPackage().getImplementationVersion();
    return new Build(version == null ? "development" : version, commit(checkout));
  }

  static String commit(Path checkout) {
    try {
      return head(gitFolder(checkout.resolve(".git"))).orElse(UNKNOWN);
    } catch (IOException noGit) {
      return UNKNOWN;
    }
  }

  /** The folder itself, or where a worktree's file points to. */
  private static Path gitFolder(Path git) throws IOException {
    if (Files.isDirectory(git)) {
      return git;
    }
    String link = Files.readString(git).strip();
    if (!link.startsWith(LINK)) {
      throw new IOException(git + " does not point to a git folder");
    }
    return git.resolveSibling(link.substring(LINK.length()));
  }

  private static Optional<String> head(Path git) throws IOException {
    String head = Files.readString(git.resolve("HEAD")).strip();
    if (!head.startsWith(REF)) {
      return hash(head);
    }
    String ref = head.substring(REF.length());
    Path common = git.resolve("commondir");
    Path shared =
        Files.exists(common) ? git.resolve(Files.readString(common).strip()).normalize() : git;
    for (Path folder : List.of(git, shared)) {
      if (Files.isRegularFile(folder.resolve(ref))) {
        return hash(Files.readString(folder.resolve(ref)).strip());
      }
    }
    return packed(shared.resolve("packed-refs"), ref);
  }

  private static Optional<String> packed(Path refs, String ref) throws IOException {
    return Files.readAllLines(refs).stream()
        .filter(line -> line.endsWith(" " + ref))
        .findFirst()
        .flatMap(line -> hash(line.substring(0, line.indexOf(' '))));
  }

  private static Optional<String> hash(String text) {
    return Optional.of(text).filter(t -> t.matches("[0-9a-f]{40}|[0-9a-f]{64}"));
  }
}
