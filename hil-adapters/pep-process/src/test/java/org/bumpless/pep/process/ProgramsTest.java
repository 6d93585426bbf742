package org.bumpless.pep.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
  @TempDir private Path folder;

  @Test
  void whereDebianPutsServersIsLookedThroughAfterThePath() {
    assertThat(Programs.of("/opt/x::relative:/usr/bin").folders())
        .containsExactly(
            Path.of("/opt/x"),
            Path.of("/usr/bin"),
            Path.of("/usr/local/sbin"),
            Path.of("/usr/sbin"),
            Path.of("/sbin"),
            Path.of("/bin"));
  }

  @Test
  void findsTheFirstThatCanBeExecuted() throws Exception {
    Path first = Files.createDirectories(folder.resolve("first"));
    Path second = Files.createDirectories(folder.resolve("second"));
    Files.createFile(first.resolve("tool"));
    Files.createDirectories(first.resolve("gate"));
    for (String name : List.of("tool", "gate")) {
      Files.createFile(
          second.resolve(name),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Programs programs = new Programs(List.of(first, second));

    assertThat(programs.find("tool")).contains(second.resolve("tool"));
    assertThat(programs.find("gate")).contains(second.resolve("gate"));
    assertThat(programs.find("other")).isEmpty();
    assertThat(programs.path()).isEqualTo(first + ":" + second);
  }
}
