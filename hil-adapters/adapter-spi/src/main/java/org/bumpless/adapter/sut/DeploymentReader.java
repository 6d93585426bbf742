package org.bumpless.adapter.sut;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.file.Problems;
import org.bumpless.plant.file.Section;
import org.bumpless.plant.file.Unusable;
import org.bumpless.plant.file.Word;

/** Reads how a product is attached: the part of the file that is named like the deployment. */
final class DeploymentReader {
  private static final Duration STOP_WITHIN_DEFAULT = Duration.ofSeconds(5);

  private final Path folder;
  private final Problems problems;

  DeploymentReader(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /** The ways of attaching a product, each the name of its own part of the file. */
  private enum Kind {
    BUILTIN,
    PROCESS,
    CONTAINER,
    ROUTED,
    EXTERNAL;

    String written() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Deployment read(Section root) throws Unusable {
    Kind kind = root.choice("deployment", Kind.class, Kind::written);
    for (Kind other : Kind.values()) {
      if (other != kind && root.has(other.written())) {
        throw root.refuse(
            other.written(),
            "key " + other.written() + " with deployment " + kind.written(),
            "key " + kind.written() + " only");
      }
    }
    if (!root.has(kind.written())) {
      throw root.refuse(
          "deployment",
          "deployment " + kind.written() + " without key " + kind.written(),
          "key " + kind.written() + " beside it, which says the rest");
    }
    return switch (kind) {
      case BUILTIN -> new Deployment.Builtin(root.text("builtin"));
      case PROCESS -> process(root.section("process"));
      case CONTAINER -> container(root.section("container"));
      case ROUTED -> routed(root.section("routed"));
      case EXTERNAL -> new Deployment.External(fronts(root.section("external")));
    };
  }

  private Deployment.Process process(Section section) throws Unusable {
    section.probe(
        this::templates,
        DeploymentReader::readiness,
        DeploymentReader::needs,
        DeploymentReader::stopWithin);
    return new Deployment.Process(
        templates(section),
        section.words("command"),
        readiness(section),
        needs(section),
        reload(section),
        stopWithin(section),
        section.has("interception")
            ? Optional.of(interception(section.section("interception")))
            : Optional.empty());
  }

  private Deployment.Container container(Section section) throws Unusable {
    section.probe(this::templates, DeploymentReader::readiness, DeploymentReader::stopWithin);
    return new Deployment.Container(
        section.word("image"),
        new Deployment.Ingredients(
            section.words("programs"), section.words("files"), section.words("making")),
        templates(section),
        section.words("command"),
        readiness(section),
        reload(section),
        stopWithin(section));
  }

  private static Optional<Deployment.Reload> reload(Section section) throws Unusable {
    return section.has("reload")
        ? Optional.of(section.choice("reload", Deployment.Reload.class, Deployment.Reload::written))
        : Optional.empty();
  }

  private static Deployment.Interception interception(Section section) throws Unusable {
    return new Deployment.Interception(section.words("command"), needs(section));
  }

  private Deployment.Routed routed(Section section) throws Unusable {
    section.probe(this::templates, DeploymentReader::needs);
    return new Deployment.Routed(templates(section), section.words("command"), needs(section));
  }

  private static Deployment.Readiness readiness(Section section) throws Unusable {
    return new Deployment.Readiness(section.section("readiness").positive("within"));
  }

  private static Deployment.Need needs(Section section) throws Unusable {
    Section needs = section.section("needs");
    return new Deployment.Need(needs.text("program"), needs.text("install"));
  }

  private static Duration stopWithin(Section section) throws Unusable {
    return section.has("stopWithin") ? section.positive("stopWithin") : STOP_WITHIN_DEFAULT;
  }

  private Map<Path, String> templates(Section section) throws Unusable {
    Map<Path, String> templates = new LinkedHashMap<>();
    if (section.has("templates")) {
      Section list = section.section("templates");
      for (Word template : list.keys()) {
        Path file = template(template);
        Word target = list.word(template.text());
        templates.put(file, target(target));
        if (templates.values().stream().filter(target.text()::equals).count() > 1) {
          problems.add(
              target.place(),
              "file \"" + target + "\" again",
              "another name: each template makes a file of its own");
        }
      }
    }
    return templates;
  }

  private Path template(Word word) {
    Optional<Path> file = path(word.text()).map(folder::resolve);
    if (file.isEmpty() || !Files.isRegularFile(file.get())) {
      problems.add(
          word.place(),
          "template \"" + word + "\", which does not exist",
          "a file, named from the folder of this one");
    }
    return file.orElse(folder);
  }

  /** The rendered file, which must stay inside the product's run folder. */
  private String target(Word word) {
    boolean inside =
        path(word.text())
            .filter(p -> !p.isAbsolute() && p.equals(p.normalize()))
            .filter(p -> !p.startsWith("..") && !p.toString().isEmpty())
            .isPresent();
    if (!inside) {
      problems.add(
          word.place(),
          "file name \"" + word + "\"",
          "a name inside the product's run folder, for example product.cfg");
    }
    return word.text();
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private Map<String, InetSocketAddress> fronts(Section section) throws Unusable {
    Map<String, InetSocketAddress> fronts = new LinkedHashMap<>();
    Section list = section.section("fronts");
    for (Word listener : list.keys()) {
      Word address = list.word(listener.text());
      Optional<InetSocketAddress> read = SocketAddresses.parse(address.text());
      if (read.isEmpty()) {
        problems.add(address.place(), "\"" + address + "\"", SocketAddresses.EXPECTED);
      }
      read.ifPresent(front -> fronts.put(listener.text(), front));
    }
    return fronts;
  }
}
