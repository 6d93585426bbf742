package org.bumpless.runner.access;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bumpless.runner.MissingException;

/**
 * The programs of this host that make a client of an SSH server.
 *
 * @param ssh of OpenSSH
 * @param shell a shell that knows {@code /dev/tcp}, tied to the life of who starts it, waiting for
 *     the words of its script
 */
record SshPrograms(String ssh, List<String> shell) {
  SshPrograms {
    shell = List.copyOf(shell);
  }

  /**
   * Looks for them.
   *
   * @throws MissingException if one is not installed
   */
  static SshPrograms installed() {
    String setpriv = require("setpriv", "util-linux");
    return new SshPrograms(
        require("ssh", "openssh-client"),
        List.of(
            setpriv,
            "--pdeathsig",
            "KILL",
            "--",
            require("bash", "bash"),
            "-c",
            SshProcess.BECOME,
            "way"));
  }

  private static String require(String name, String debianPackage) {
    return find(name)
        .orElseThrow(
            () ->
                new MissingException(
                    "program %s is not installed, and a product with access ssh-jump is reached by it; get it with: apt-get install %s"
                        .formatted(name, debianPackage)))
        .toString();
  }

  private static Optional<Path> find(String name) {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
