package org.bumpless.pep.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a program is started so that it cannot outlive the bench, as far as this host can do that.
 *
 * @param command program with its whole path, and arguments
 * @param ownGroup whether it leads a process group of its own
 */
record Launch(List<String> command, boolean ownGroup) {
  /** A disk that is full sends no signal; the limit that stands for it does. */
  private static final List<String> OUTLIVES_A_FULL_DISK =
      List.of("/bin/sh", "-c", "trap '' XFSZ; unset PWD OLDPWD; exec \"$@\"", "product");

  Launch {
    command = List.copyOf(command);
  }

  /** Puts the programs before a command that give it a session of its own and tie it to us. */
  static Launch of(List<String> command, Programs programs) {
    Optional<Path> setsid = programs.find("setsid");
    Optional<Path> setpriv = programs.find("setpriv");
    List<String> whole = new ArrayList<>();
    // Both replace themselves by what follows, so that one process id stands for all.
    setsid.ifPresent(p -> whole.add(p.toString()));
    setpriv.ifPresent(p -> whole.addAll(List.of(p.toString(), "--pdeathsig", "KILL", "--")));
    whole.addAll(OUTLIVES_A_FULL_DISK);
    whole.addAll(command);
    return new Launch(whole, setsid.isPresent());
  }

  /** All that a product finds in its environment. */
  static Map<String, String> environment(Path folder, Programs programs) {
    String home = folder.toAbsolutePath().toString();
    return Map.of(
        "PATH", programs.path(), "HOME", home, "LANG", "C.UTF-8", ProcessProvider.MARK, home);
  }
}
