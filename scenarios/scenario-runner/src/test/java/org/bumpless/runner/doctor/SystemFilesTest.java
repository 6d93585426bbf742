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
  void theFirstVersionOfControlGroupsTellsTheSame() throws IOException {
    write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
    write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
    assertThat(new SystemFiles(root).facts()).as("no limit").isEmpty();

    write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "50000\n");
    write("sys/fs/cgroup/cpu/cpu.stat", "nr_periods 12\nnr_throttled 3\n");
    assertThat(new SystemFiles(root).facts())
        .containsExactly(
            new Fact(
                "quota",
                "50000 us of processor time in every 100000 us; throttled 3 times so far"));
  }

  @Test
  void limitsThatMatterAreTold() throws IOException {
    write(
        "proc/self/limits",
        """
        Limit                     Soft Limit           Hard Limit           Units    \s
        Max locked memory         8388608              unlimited            bytes    \s
        Max realtime priority     0                    99                            \s
        """);
    write("proc/self/status", "Name:\tjava\nCapEff:\t00000000a80425fb\n");
    assertThat(new SystemFiles(root).facts())
        .containsExactly(
            new Fact(
                "limits",
                "real-time priority 0 (RTPRIO), locked memory 8192 KiB (MEMLOCK), no CAP_SYS_NICE"));

    write("proc/self/status", "CapEff:\t000001ffffffffff\n");
    assertThat(new SystemFiles(root).facts().getFirst().found())
        .endsWith("CAP_SYS_NICE, which overrules the first");
  }

  @Test
  void theLoadAverageIsTold() throws IOException {
    write("proc/loadavg", "2.41 1.59 1.17 3/321 4567\n");

    assertThat(new SystemFiles(root).facts())
        .containsExactly(
            new Fact(
                "load average",
                "2.41 in the last minute, 1.59 in five, 1.17 in fifteen; this examination included"));
  }

  @Test
  void rootOfAUserNamespaceIsNotRootOfTheHost() throws IOException {
    write("proc/self/status", "Uid:\t0\t0\t0\t0\n");
    write("proc/self/uid_map", "         0          0 4294967295\n");
    assertThat(new SystemFiles(root).root()).isTrue();

    write("proc/self/uid_map", "         0       1000          1\n");
    assertThat(new SystemFiles(root).root()).isFalse();

    write("proc/self/uid_map", "         0          0 4294967295\n");
    write("proc/self/status", "Uid:\t1000\t1000\t1000\t1000\n");
    assertThat(new SystemFiles(root).root()).isFalse();
  }

  @Test
  void clockAndGovernorAreNamed() throws IOException {
    write("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc\n");
    write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n");

    assertThat(new SystemFiles(root).clockSource()).contains("tsc");
    assertThat(new SystemFiles(root).facts())
        .containsExactly(
            new Fact("processor speed", "governor powersave; performance would be steadier"));
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
