package org.bumpless.pep.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.sut.SutFile;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A product that is told its rules once, in a shell's stead. */
class RoutedProviderTest {
  private static final Duration SHORT = Duration.ofSeconds(2);

  @TempDir private Path folder;
  private TestSite site;

  @BeforeEach
  void open() throws Exception {
    site = new TestSite(Files.createDirectory(folder.resolve("site")), new RealClock());
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void isThereOnceItHasBeenToldAndClientsDialTheControllers() throws Exception {
    try (Pep pep = product("cat > told < rules", "sh")) {
      pep.start();

      assertThat(pep.routes()).isTrue();
      assertThat(pep.state()).isEqualTo(new ProductState.Running());
      assertThat(pep.front(site.listeners().getFirst()))
          .isEqualTo(site.listeners().getFirst().upstream());
      assertThat(site.pack().folder().resolve("told")).content().startsWith("allow LIC-");
    }
  }

  @Test
  void rulesThatAreRefusedAreQuoted() throws Exception {
    try (Pep pep = product("echo line 3: no such chain; exit 3", "sh")) {
      ProductException refused = catchThrowableOfType(ProductException.class, pep::start);

      assertThat(refused.fault()).isEqualTo(ProductException.Cause.BAD_INPUT);
      assertThat(refused)
          .hasMessageContaining("ended with code 3")
          .hasMessageContaining("no such chain");
      assertThat(pep.state()).isEqualTo(new ProductState.Stopped());
    }
  }

  @Test
  void aCommandThatDoesNotEndIsEndedWithAllThatItHasStarted() throws Exception {
    try (Pep pep =
        product(
            new RoutedProvider(SHORT), "sleep 60 & echo $! > child; echo waiting; wait", "sh")) {
      ProductException refused = catchThrowableOfType(ProductException.class, pep::start);

      assertThat(refused.fault()).isEqualTo(ProductException.Cause.BAD_INPUT);
      assertThat(refused)
          .hasMessageContaining("did not end within 2000 ms")
          .hasMessageContaining("waiting");
      assertThat(pep.state()).isEqualTo(new ProductState.Stopped());
      assertThatNothingIsLeftOf("child");
    }
  }

  @Test
  void whatACommandLeavesInTheBackgroundIsEnded() throws Exception {
    try (Pep pep = product("setsid sleep 60 & echo $! > child", "sh")) {
      pep.start();

      assertThat(pep.state()).isEqualTo(new ProductState.Running());
      assertThatNothingIsLeftOf("child");
    }
  }

  private void assertThatNothingIsLeftOf(String file) throws Exception {
    long child = Long.parseLong(Files.readString(site.pack().folder().resolve(file)).strip());
    assertThat(ProcessHandle.of(child).filter(Processes::runs)).isEmpty();
  }

  @Test
  void aMissingProgramIsNamedWithTheLineThatInstallsIt() {
    ProductException refused =
        catchThrowableOfType(
            ProductException.class, () -> product("true", "filter-that-nobody-has").close());

    assertThat(refused.fault()).isEqualTo(ProductException.Cause.UNAVAILABLE);
    assertThat(refused).hasMessageContaining("apt-get install filter-that-nobody-has");
  }

  private Pep product(String script, String program) throws Exception {
    return product(new RoutedProvider(), script, program);
  }

  private Pep product(RoutedProvider provider, String script, String program) throws Exception {
    Files.writeString(
        folder.resolve("rules.mustache"), "{{#listeners}}allow {{server}}\n{{/listeners}}");
    Files.writeString(
        folder.resolve("sut.yaml"),
        """
        id: filter
        title: A filter
        product: none
        deployment: routed
        access: transparent
        features: []
        routed:
          needs: {program: %s, install: apt-get install %s}
          templates: {rules.mustache: rules}
          command: [%s, -c, "%s"]
        """
            .formatted(program, program, program, script));
    Sut sut = SutFile.read(folder.resolve("sut.yaml"));
    return provider.create(sut, site.pack());
  }
}
