package org.bumpless.pep.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Products that do not behave, each a shell script of one line. */
@Timeout(120)
class ProductLifeIT {
  private static final Duration SOON = Duration.ofMillis(700);

  @TempDir private Path folder;
  private TestSite site;

  @BeforeEach
  void open() throws Exception {
    site = new TestSite(folder, new RealClock());
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void oneThatExitsAtOnceIsToldWithItsCodeAndItsLastWords() throws Exception {
    ProductException failure =
        failure(Suts.shell(folder, "echo starting; echo bad line 7 >&2; exit 3"));

    assertThat(failure.fault()).isEqualTo(ProductException.Cause.UNAVAILABLE);
    assertThat(failure.getMessage())
        .startsWith("Some gate ended by itself with code 3 before it was ready; its last words:")
        .contains("starting", "bad line 7", folder.toString())
        .doesNotContain("background");
    assertThat(folder.resolve("output.log")).hasContent("starting\nbad line 7\n");
  }

  @Test
  void oneThatNeverGetsReadyIsToldWithTheDoorsThatAreShut() throws Exception {
    Sut sut = Suts.within(Suts.shell(folder, "echo thinking; exec sleep 300"), SOON);
    ProductException failure = failure(sut);

    assertThat(failure.fault()).isEqualTo(ProductException.Cause.UNAVAILABLE);
    assertThat(failure.getMessage())
        .startsWith(
            "Some gate did not get ready within 700 ms: nothing accepts a connection at 127.")
        .contains(":1502 (office-to-cell_LIC-1_modbus-tcp), ", " and 5 more; ", "thinking");
    assertThat(Processes.childrenThatRun("sleep")).isEmpty();
  }

  @Test
  void oneThatIgnoresTheOrderToEndIsKilledWithItsChildren() throws Exception {
    String script = "trap '' TERM; sleep 300 & echo $! > child; while :; do sleep 1; done";
    failure(Suts.within(Suts.shell(folder, script), SOON));

    assertGone(folder.resolve("child"));
  }

  @Test
  void oneThatGoesToTheBackgroundIsToldAndKilled() throws Exception {
    String script = "setsid sleep 300 & echo $! > child; exit 0";
    ProductException failure = failure(Suts.shell(folder, script));

    assertThat(failure.getMessage())
        .contains("with code 0", "left processes in the background", "must stay in the foreground");
    assertGone(folder.resolve("child"));
  }

  @Test
  void oneThatCannotBeStartedSaysWhy() throws Exception {
    Path script = Files.writeString(folder.resolve("gate"), "#!/no/such/shell\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    ProductException failure = failure(Suts.startedBy(Suts.shell(folder, "true"), "./gate"));

    assertThat(failure.getMessage()).contains("with code", "not found");
  }

  @Test
  void itsEnvironmentIsCleanAndItsFolderIsItsOwn() throws Exception {
    failure(Suts.of(folder, Map.of(), "env"));
    List<String> environment = Files.readAllLines(folder.resolve("output.log"));
    assertThat(environment)
        .extracting(line -> line.replaceFirst("=.*", ""))
        .containsExactlyInAnyOrder("PATH", "HOME", "LANG", "BUMPLESS_PRODUCT");
    assertThat(environment).contains("HOME=" + folder.toAbsolutePath());
  }

  @Test
  void renderedFilesAndCertificatesAreThereBeforeItStarts() throws Exception {
    Path template =
        Files.writeString(folder.resolve("t"), "{{#listeners}}{{front}}\n{{/listeners}}");
    Sut sut =
        Suts.of(
            folder,
            Map.of(template, "conf/gate.cfg"),
            "sh",
            "-c",
            "ls conf {{authorities}} {{key}}");
    failure(sut);

    assertThat(folder.resolve("output.log"))
        .content()
        .contains("gate.cfg", "ca.crt", "product.key");
    assertThat(folder.resolve("conf/gate.cfg")).content().hasLineCount(site.listeners().size());
  }

  /** The failure of a start, after which nothing runs. */
  private ProductException failure(Sut sut) throws Exception {
    try (Pep pep = new ProcessProvider().create(sut, site.pack())) {
      ProductException failure = catchThrowableOfType(ProductException.class, pep::start);
      assertThat(failure).as("failure").isNotNull();
      assertThat(pep.state()).isEqualTo(new ProductState.Stopped());
      return failure;
    }
  }

  private static void assertGone(Path pidFile) throws Exception {
    long pid = Long.parseLong(Files.readString(pidFile).strip());
    assertThat(ProcessHandle.of(pid).filter(Processes::runs)).as("process " + pid).isEmpty();
  }
}
