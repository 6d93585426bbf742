package org.bumpless.pep.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bumpless.adapter.pep.Doors;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.PemFiles;
import org.bumpless.adapter.pep.ShownCertificate;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.identity.Identity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program from its start to its exit code. */
@Timeout(60)
class ProgramTest {
  private static final Duration WITHIN = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
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
  void opensItsDoorsTakesUpARenewedCertificateAndEndsInOrder() throws Exception {
    Path file = Written.site(site.pack(), folder);
    CompletableFuture<Integer> code = new CompletableFuture<>();
    Thread running = Thread.ofPlatform().start(() -> code.complete(run(file.toString())));
    try {
      Listener last = site.listeners().getLast();
      await("doors open").atMost(WITHIN).until(() -> Doors.accepts(last.front(), WITHIN));

      PemFiles.secret(folder, "product.key", "nothing");
      await("a key that is none is told").atMost(WITHIN).until(() -> said().contains("old cert"));
      assertThat(Doors.accepts(last.front(), WITHIN)).isTrue();

      Identity renewed = site.identity("asset/pep");
      PemFiles.write(folder, renewed, site.services().authority().trust());
      await("the renewed certificate is shown").atMost(WITHIN).until(() -> shows(last, renewed));
    } finally {
      running.interrupt();
    }
    assertThat(code.get(10, TimeUnit.SECONDS)).as(said()).isEqualTo(Program.ENDED);
    assertThat(site.listeners()).noneMatch(l -> Doors.accepts(l.front(), WITHIN));
    assertThat(folder.resolve("audit.ndjson")).exists();
  }

  @Test
  void theJvmEndsOnTermWithCodeZero() throws Exception {
    Path file = Written.site(site.pack(), folder);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.log").toFile())
            .start();
    try {
      Listener last = site.listeners().getLast();
      await("doors open")
          .atMost(Duration.ofSeconds(30))
          .until(() -> !process.isAlive() || Doors.accepts(last.front(), WITHIN));
      process.destroy();

      assertThat(process.waitFor(15, TimeUnit.SECONDS)).as("ended").isTrue();
      assertThat(process.exitValue())
          .as(Files.readString(folder.resolve("output.log")))
          .isEqualTo(Program.ENDED);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aBadFileAndAMissingOneEndWith65() throws Exception {
    assertThat(run(folder.resolve("nothing.yaml").toString())).isEqualTo(Program.BAD_INPUT);
    assertThat(said()).contains("no such file");

    Path file = Written.site(site.pack(), folder);
    Files.writeString(file, Files.readString(file).replace("level: L1", "level: L9"));
    assertThat(run(file.toString())).isEqualTo(Program.BAD_INPUT);
    assertThat(said()).contains("reference.yaml:7:");
  }

  @Test
  void aKeyOfAnotherCertificateEndsWith65() throws Exception {
    Path file = Written.site(site.pack(), folder);
    PemFiles.write(
        folder, "other", site.identity("asset/other"), site.services().authority().trust());
    Files.writeString(file, Files.readString(file).replace("product.key", "other.key"));

    assertThat(run(file.toString())).isEqualTo(Program.BAD_INPUT);
    assertThat(said()).contains("other.key: found a key of another certificate than that in");
  }

  @Test
  void aProtocolThatIsNotUnderstoodEndsWith65() throws Exception {
    Path file = Written.site(site.pack(), folder);
    Files.writeString(file, Files.readString(file).replace("opc-ua", "dnp3"));

    assertThat(run(file.toString())).isEqualTo(Program.BAD_INPUT);
    assertThat(said()).contains("protocol dnp3, expected one of");
  }

  @Test
  void aPortThatIsTakenEndsWith69() throws Exception {
    site.occupy(site.listeners().getLast());

    assertThat(run(Written.site(site.pack(), folder).toString())).isEqualTo(Program.UNAVAILABLE);
    assertThat(said()).contains(site.listeners().getLast().name());
  }

  @Test
  void itTakesOneArgument() {
    assertThat(run()).isEqualTo(Program.USAGE);
    assertThat(said()).contains("expected one: the configuration file");
  }

  private int run(String... arguments) {
    return new Program(new PrintStream(said, true, StandardCharsets.UTF_8), new RealClock())
        .run(arguments);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static boolean shows(Listener listener, Identity identity) {
    return ShownCertificate.at(listener.front(), identity, WITHIN)
        .certificate()
        .filter(identity.leaf()::equals)
        .isPresent();
  }
}
