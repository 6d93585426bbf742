package org.bumpless.pep.container;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.pep.container.foreground.Main;
import org.bumpless.pep.container.foreground.Order;
import org.bumpless.pep.process.ProcessProvider;
import org.bumpless.pep.process.Programs;
import org.bumpless.plant.file.Word;

/** Attaches a product that the bench starts as a container: {@code deployment: container}. */
public final class ContainerProvider implements PepProvider {
  /**
   * Of Testcontainers: its own clean-up is a container too, of an image that it would fetch; and
   * where to dial a container it need not find out, which fails where docker has no bridge.
   */
  private static final List<String> SETTINGS =
      List.of("TESTCONTAINERS_RYUK_DISABLED=true", "TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1");

  /** Small, quick to start, and without the settings of whoever calls the bench. */
  private static final List<String> JAVA =
      List.of(
          "{{java}}",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx64m",
          "-Duser.home={{folder}}",
          "-Dslf4j.internal.verbosity=ERROR",
          "--enable-native-access=ALL-UNNAMED");

  private final Programs programs;

  /** With the programs of this host. */
  public ContainerProvider() {
    this(Programs.of(System.getenv().getOrDefault("PATH", "")));
  }

  ContainerProvider(Programs programs) {
    this.programs = programs;
  }

  @Override
  public String id() {
    return "container";
  }

  @Override
  public Pep create(Sut sut, SitePack site) throws ProductException {
    if (!(sut.deployment() instanceof Deployment.Container how)) {
      throw new IllegalArgumentException("not a product in a container: " + sut.deployment());
    }
    Path folder = site.folder().toAbsolutePath();
    Engine engine = Engine.installed(programs, folder);
    if (!engine.joinsPlace() && !onLoopback(site)) {
      throw Engine.unavailable(
          "%s: the containers of %s stand in networks of its own and cannot stand at the product's place in the plant's; use --fabric loopback, or install podman: apt-get install podman runc"
              .formatted(sut.title(), engine.name()));
    }
    String container = "bumpless-" + sut.id() + "-" + Long.toHexString(id(folder));
    Pep command =
        new ProcessProvider(programs, signal -> engine.signal(container, signal))
            .create(sut.deployedAs(foreground(how, engine, container)), site);
    Image image =
        new Image(
            sut.folder().resolve("sut.yaml"), how.image(), HostFiles.named(sut, site, how.of()));
    return new ContainerPep(container, image, engine, command, how.stopWithin());
  }

  /** A folder is of one product in one run, so its container can be told from all others. */
  private static long id(Path folder) {
    return Integer.toUnsignedLong(folder.toString().hashCode())
        | ProcessHandle.current().pid() << Integer.SIZE;
  }

  private static boolean onLoopback(SitePack site) {
    return site.listeners().stream().allMatch(l -> l.front().getAddress().isLoopbackAddress());
  }

  /** The program that holds the container in the foreground, as a product in a process. */
  private static Deployment.Process foreground(
      Deployment.Container how, Engine engine, String container) throws ProductException {
    Order order =
        new Order(
            container,
            how.image().text(),
            Limits.ofThisProcess().byName(),
            engine.service(),
            how.command().stream().map(Word::text).toList());
    List<String> words = new ArrayList<>(List.of("env", "DOCKER_HOST=" + engine.host()));
    words.addAll(SETTINGS);
    words.addAll(JAVA);
    words.addAll(List.of("-cp", "{{classPath}}", Main.class.getName()));
    words.addAll(order.words());
    return new Deployment.Process(
        how.templates(),
        words.stream().map(word -> new Word(word, how.image().place())).toList(),
        how.readiness(),
        new Deployment.Need("env", "apt-get install coreutils"),
        how.reload(),
        how.stopWithin(),
        Optional.empty());
  }
}
