package org.bumpless.pep.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Mishap;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductException.Cause;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.adapter.pep.ShownCertificate;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.file.Place;
import org.bumpless.plant.file.Word;
import org.bumpless.plant.identity.Identity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with a container is named with its remedy, and leaves nothing. */
@Timeout(120)
class ContainerFaultsIT {
  @TempDir private Path folder;
  private TestSite site;
  private Engine engine;

  @BeforeEach
  void open() throws Exception {
    engine = Engines.require(folder);
    site = new TestSite(folder, new RealClock());
  }

  @AfterEach
  void close() throws Exception {
    if (site != null) {
      site.close();
      assertThat(Engines.containers(engine)).as("containers that are left").isEmpty();
    }
  }

  @Test
  void anImageThatIsMissingIsNotFetched() throws Exception {
    assertFails(
        Engines.of("localhost/bumpless/nobody:1", Deployment.Ingredients.NONE),
        Cause.UNAVAILABLE,
        "sut.yaml:",
        "podman has no image localhost/bumpless/nobody:1",
        "the bench fetches none",
        "podman import FILE.tar localhost/bumpless/nobody:1");
  }

  @Test
  void aProgramThatAnImageIsToBeMadeOfHasToBeInstalled() throws Exception {
    assertFails(
        Engines.of(
            "localhost/bumpless/nobody:1",
            new Deployment.Ingredients(
                List.of(new Word("/usr/sbin/nobody", new Place(17, 14))), List.of(), List.of())),
        Cause.UNAVAILABLE,
        "sut.yaml:17:14: program /usr/sbin/nobody is not installed here");
  }

  @Test
  void aFileThatAnImageIsToBeMadeOfHasToBeThere() throws Exception {
    assertFails(
        Engines.of(
            "localhost/bumpless/nobody:1",
            new Deployment.Ingredients(
                List.of(), List.of(new Word("{{folder}}/nothing", new Place(18, 11))), List.of())),
        Cause.UNAVAILABLE,
        "sut.yaml:18:11: file " + folder.toAbsolutePath().resolve("nothing"),
        "is not to be found here");
  }

  @Test
  void anImageIsMadeAnewWhenWhatItIsMadeOfHasChanged() throws Exception {
    Path file = Files.writeString(folder.resolve("motto"), "one");
    Word name = new Word("localhost/bumpless/motto:test", new Place(1, 1));
    try {
      image(name, file).require(engine, ours());
      String first = id(name);
      image(name, file).require(engine, ours());
      assertThat(id(name)).as("nothing has changed").isEqualTo(first);

      Files.writeString(file, "another");
      image(name, file).require(engine, ours());
      assertThat(id(name)).as("made anew").isNotEqualTo(first);
      assertThat(engine.call("image", "inspect", first).yes()).as("the old one is left").isFalse();
    } finally {
      var _ = engine.call("image", "rm", name.text()); // it is not there if the test has failed
    }
  }

  /** An image of a file, and of what a command puts beside it. */
  private static Image image(Word name, Path file) {
    return new Image(
        Path.of("sut.yaml"),
        name,
        new Deployment.Ingredients(
            List.of(),
            List.of(new Word(file.toAbsolutePath().toString(), name.place())),
            List.of(new Word("/bin/mkdir", name.place()), new Word("opt", name.place()))));
  }

  private String id(Word name) throws Exception {
    return engine.call("image", "inspect", "--format", "{{.Id}}", name.text()).words();
  }

  private static String ours() {
    return Engine.architecture(System.getProperty("os.arch", ""));
  }

  @Test
  void anImageForOtherMachinesIsNotStarted() throws Exception {
    Image image =
        new Image(
            Path.of("sut.yaml"),
            new Word("localhost/bumpless/haproxy:debian-12", new Place(16, 10)),
            new Deployment.Ingredients(
                List.of(new Word("/usr/sbin/haproxy", new Place(17, 14))), List.of(), List.of()));

    assertThatThrownBy(() -> image.require(engine, "riscv64"))
        .isInstanceOfSatisfying(
            ProductException.class, e -> assertThat(e.fault()).isEqualTo(Cause.BAD_INPUT))
        .hasMessageContaining("sut.yaml:16:10: found image localhost/bumpless/haproxy:debian-12")
        .hasMessageContaining("expected an image for riscv64, the architecture of this host");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    site.occupy(site.listeners().getFirst());

    assertFails(Engines.shipped(), Cause.UNAVAILABLE, "port taken", "ss -ltnp");
  }

  @Test
  void aProductThatEndsAtOnceIsQuoted() throws Exception {
    assertFails(
        Engines.doing(List.of("/usr/sbin/haproxy", "-f", "nothing.cfg")),
        Cause.UNAVAILABLE,
        "ended by itself with code 1",
        "nothing.cfg");
  }

  @Test
  void aProgramThatTheImageHasNotIsNamed() throws Exception {
    assertFails(Engines.doing(List.of("/bin/nobody")), Cause.UNAVAILABLE, "/bin/nobody");
  }

  @Test
  void whatHangsIsAllThatIsInTheContainer() throws Exception {
    Listener door = site.listeners().getFirst();
    Identity self = site.pack().identity();
    try (Pep pep = new ContainerProvider().create(Engines.shipped(), site.pack())) {
      pep.start();
      pep.suffer(new Mishap.Hung());
      assertThat(ShownCertificate.at(door.front(), self, Duration.ofMillis(500)).certificate())
          .isEmpty();
      pep.recover();
      assertThat(ShownCertificate.at(door.front(), self, Duration.ofSeconds(5)).certificate())
          .contains(self.leaf());

      pep.suffer(new Mishap.Hung());
      pep.kill(); // without a moment in which it goes on
      assertThat(pep.state()).isEqualTo(new ProductState.Stopped());
      pep.start();
      pep.suffer(new Mishap.Hung()); // who hangs is ended nevertheless
    }
  }

  @Test
  void aClockOfItsOwnIsNotToBeHad() throws Exception {
    try (Pep pep = new ContainerProvider().create(Engines.shipped(), site.pack())) {
      assertThatThrownBy(() -> pep.suffer(new Mishap.ClockWrong(Duration.ofSeconds(30))))
          .isInstanceOf(ProductException.class)
          .hasMessageContaining("clock");
    }
  }

  private void assertFails(Sut sut, Cause fault, String... told) throws Exception {
    try (Pep pep = new ContainerProvider().create(sut, site.pack())) {
      assertThatThrownBy(pep::start)
          .isInstanceOfSatisfying(
              ProductException.class,
              e -> {
                assertThat(e.fault()).isEqualTo(fault);
                assertThat(e.getMessage()).contains(told);
              });
    }
  }
}
