package org.bumpless.pep.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bumpless.plant.engine.clock.RealClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FamilyIT {
  private static final int LOOKS = 100;

  @TempDir private Path folder;

  /** A process that becomes another program has no environment for a moment, so no mark either. */
  @Test
  void aDaemonIsSeenAtEveryLookWhileItBecomesProgramAfterProgram() throws Exception {
    Path script =
        Files.writeString(
            folder.resolve("becomes"),
            "[ $1 -gt 0 ] || exec sleep 300\nexec sh \"$0\" $(($1 - 1))\n");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", "setsid sh " + script + " 3000 > out 2>&1 & echo $!")
            .directory(folder.toFile());
    Map.Entry<String, String> mark = Map.entry("MARK_OF_THIS_TEST", folder.toString());
    builder.environment().put(mark.getKey(), mark.getValue());
    Process leader = builder.start();
    Family family = Family.of(leader.toHandle(), mark, new RealClock());
    ProcessHandle daemon;
    try (var output = leader.inputReader()) {
      daemon = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
    }
    try {
      assertThat(leader.waitFor(10, TimeUnit.SECONDS)).isTrue();
      for (int look = 0; look < LOOKS; look++) {
        assertThat(family.alive()).as("look %d", look).containsExactly(daemon);
      }
    } finally {
      daemon.destroyForcibly();
    }
  }
}
