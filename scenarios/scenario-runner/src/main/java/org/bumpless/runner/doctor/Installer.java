package org.bumpless.runner.doctor;

import java.util.List;
import java.util.Optional;
import org.bumpless.runner.doctor.Tools.Tool;

/**
 * How programs are installed on a host.
 *
 * @param manager program that does it; empty if none is known here
 * @param root whether this process may install as it is
 * @param sudo whether it can become who may
 */
record Installer(Optional<Manager> manager, boolean root, boolean sudo) {
  /** In the order in which they are looked for. */
  enum Manager {
    APT_GET("apt-get", "apt-get install -y --no-install-recommends"),
    DNF("dnf", "dnf install -y"),
    APK("apk", "apk add"),
    ZYPPER("zypper", "zypper install -y");

    private final String program;
    private final String command;

    Manager(String program, String command) {
      this.program = program;
      this.command = command;
    }

    String program() {
      return program;
    }
  }

  /**
   * What there is to say.
   *
   * @param shell whether the text is for a shell and not for people
   */
  record Line(String label, String text, boolean shell) {}

  /** Looks what there is. */
  static Installer of(Tools tools, boolean root) {
    return new Installer(
        List.of(Manager.values()).stream()
            .filter(manager -> tools.installed(manager.program()))
            .findFirst(),
        root,
        tools.installed("sudo"));
  }

  /** The lines that install what is missing; none if nothing is. */
  List<Line> lines(List<Tool> missing) {
    if (missing.isEmpty()) {
      return List.of();
    }
    String packages =
        String.join(" ", missing.stream().map(Tool::debianPackage).distinct().sorted().toList());
    if (manager.isPresent() && manager.get() == Manager.APT_GET) {
      return List.of(new Line(label(), command(Manager.APT_GET, packages), true));
    }
    Line names = new Line("Packages, by their Debian names: ", packages.replace(" ", ", "), false);
    return manager
        .map(its -> List.of(names, new Line(label(), command(its, "PACKAGE..."), true)))
        .orElse(List.of(names));
  }

  private String label() {
    return root || sudo ? "To install them: " : "To install them, as root: ";
  }

  private String command(Manager its, String packages) {
    return (root || !sudo ? "" : "sudo ") + its.command + " " + packages;
  }
}
