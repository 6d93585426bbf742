package org.bumpless.runner.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFilesTest {
  @TempDir private Path root;

  @Test
  void aHostWithoutSuchFilesTellsNothing() {
    assertThat(new SystemFiles(root).facts()).isEmpty();
  }

  @Test
  void aContainerTellsItsQuotaAndHowOftenItWasThrottled() throws IOException {
    write("sys/fs/cgroup/cpu.max", "200000 100000\n");
    write("sys/fs/cgroup/cpu.stat", "usage_usec 17\nnr_periods 12\nnr_throttled 5\n");

    assertThat(new SystemFiles(root).facts())
        .containsExactly(
            new Fact(
                "quota",
                "200000 us of processor time in every 100000 us; throttled 5 times so far"));
  }

  @Test
  void withoutAQuotaThereIsNothingToTell() throws IOException {
    write("sys/fs/cgroup/cpu.max", "max 100000\n");

    assertThat(new SystemFiles(root).facts()).isEmpty();
  }

  @Test
  void aUserNamespaceIsToldApartFromTheHost() throws IOException {
    write("proc/self/uid_map", "         0          0 4294967295\n");
    assertThat(new SystemFiles(root).facts()).isEmpty();

    write("proc/self/uid_map", "         0       1000          1\n");
    assertThat(new SystemFiles(root).facts())
        .singleElement()
        .extracting(Fact::what)
        .isEqualTo("user namespace");
  }

  @Test
  void clockAndGovernorAreNamed() throws IOException {
    write("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc\n");
    write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n");

    assertThat(new SystemFiles(root).facts())
        .containsExactly(
            new Fact("clock source", "tsc"),
            new Fact("processor speed", "governor powersave; performance would be steadier"));
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
