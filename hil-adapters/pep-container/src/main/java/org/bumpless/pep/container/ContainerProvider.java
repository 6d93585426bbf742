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
import org.bumpless.pep.process.ProcessProvider;
import org.bumpless.pep.process.Programs;
import org.bumpless.plant.file.Word;

/** Attaches a product that the bench starts as a container: {@code deployment: container}. */
public final class ContainerProvider implements PepProvider {
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
        new ProcessProvider().create(sut.deployedAs(process(how, engine, container)), site);
    Image image =
        new Image(
            sut.folder().resolve("sut.yaml"), how.image(), Ingredients.of(sut, site, how.of()));
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

  /** The engine's command, as a product in a process. */
  private static Deployment.Process process(
      Deployment.Container how, Engine engine, String container) {
    List<String> words = new ArrayList<>(engine.command());
    words.addAll(List.of("run", "--rm", "--name", container, "--pull", "never"));
    words.addAll(List.of("--network", "host"));
    words.addAll(Limits.ofThisProcess().options());
    words.addAll(List.of("--volume", "{{folder}}:{{folder}}", "--workdir", "{{folder}}"));
    words.add(how.image().text());
    List<Word> command = new ArrayList<>();
    words.forEach(word -> command.add(new Word(word, how.image().place())));
    command.addAll(how.command());
    return new Deployment.Process(
        how.templates(),
        command,
        how.readiness(),
        new Deployment.Need(engine.name(), "apt-get install podman runc"),
        how.reload(),
        how.stopWithin(),
        Optional.empty());
  }
}
