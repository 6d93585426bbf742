package org.bumpless.runner.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bumpless.runner.doctor.Installer.Line;
import org.bumpless.runner.doctor.Installer.Manager;
import org.bumpless.runner.doctor.Tools.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallerTest {
  private static final String APT =
      "apt-get install -y --no-install-recommends iproute2 util-linux";
  private static final List<Tool> MISSING =
      List.of(
          new Tool("unshare", "util-linux", true),
          new Tool("ip", "iproute2", true),
          new Tool("setpriv", "util-linux", true));

  @TempDir private Path folder;

  @Test
  void rootNeedsNoSudo() {
    assertThat(with(Manager.APT_GET, true, true).lines(MISSING))
        .containsExactly(new Line("To install them: ", APT, true));
  }

  @Test
  void anybodyElseTakesItIfItIsThere() {
    assertThat(with(Manager.APT_GET, false, true).lines(MISSING))
        .containsExactly(new Line("To install them: ", "sudo " + APT, true));
    assertThat(with(Manager.APT_GET, false, false).lines(MISSING))
        .containsExactly(new Line("To install them, as root: ", APT, true));
  }

  @Test
  void whereOthersInstallThePackagesAreNamedAsDebianNamesThem() {
    assertThat(with(Manager.APK, true, false).lines(MISSING))
        .containsExactly(
            new Line("Packages, by their Debian names: ", "iproute2, util-linux", false),
            new Line("To install them: ", "apk add PACKAGE...", true));
    assertThat(new Installer(Optional.empty(), true, false).lines(MISSING))
        .containsExactly(
            new Line("Packages, by their Debian names: ", "iproute2, util-linux", false));
  }

  @Test
  void whereNothingIsMissingThereIsNothingToInstall() {
    assertThat(with(Manager.APT_GET, true, true).lines(List.of())).isEmpty();
  }

  @Test
  void theManagerThatIsThereIsTaken() throws IOException {
    Tools tools = new Tools(List.of(folder));
    assertThat(Installer.of(tools, false)).isEqualTo(new Installer(Optional.empty(), false, false));

    program("zypper");
    program("dnf");
    program("sudo");
    assertThat(Installer.of(tools, false)).isEqualTo(with(Manager.DNF, false, true));
  }

  private void program(String name) throws IOException {
    assertThat(Files.createFile(folder.resolve(name)).toFile().setExecutable(true)).isTrue();
  }

  private static Installer with(Manager manager, boolean root, boolean sudo) {
    return new Installer(Optional.of(manager), root, sudo);
  }
}
