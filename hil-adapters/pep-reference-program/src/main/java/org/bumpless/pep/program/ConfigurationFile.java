package org.bumpless.pep.program;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bumpless.adapter.pdp.AccessRequest.Resource;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.records.DeclaredFlows;
import org.bumpless.adapter.sut.SocketAddresses;
import org.bumpless.pep.reference.ReferenceSettings;
import org.bumpless.pep.reference.decision.Door;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.DocumentSchema;
import org.bumpless.plant.file.Place;
import org.bumpless.plant.file.Problems;
import org.bumpless.plant.file.Section;
import org.bumpless.plant.file.Unusable;
import org.bumpless.plant.file.YamlFile;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;

/** The configuration file: shape by {@code program.schema.json}. */
final class ConfigurationFile {
  private static final DocumentSchema SCHEMA =
      DocumentSchema.ofResource(ConfigurationFile.class, "program.schema.json");

  private final Path folder;
  private final Problems problems;
  private final Map<AssetId, Resource> resources = new LinkedHashMap<>();
  private final List<DeclaredFlows.Standing> flows = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<InetSocketAddress> fronts = new HashSet<>();

  private ConfigurationFile(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /** Whether a client may change what is behind a door. */
  private enum AccessKind {
    READ("read"),
    READ_WRITE("read-write");

    private final String written;

    AccessKind(String written) {
      this.written = written;
    }

    String written() {
      return written;
    }
  }

  /**
   * Reads it.
   *
   * @throws BadFileException with all that is wrong, if anything is
   * @throws ProductException if a setting is unknown or out of its range
   */
  static Configuration read(Path file) throws BadFileException, ProductException {
    Problems problems = new Problems(file.toString());
    Section root = YamlFile.open(YamlFile.bytes(file), SCHEMA, problems);
    Path absolute = file.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    try {
      Configuration read =
          new ConfigurationFile(parent == null ? absolute : parent, problems).configuration(root);
      problems.throwIfAny();
      return read;
    } catch (Unusable _) {
      throw problems.exception();
    }
  }

  private Configuration configuration(Section root) throws Unusable, ProductException {
    List<Door> doors = root.each("doors", this::door);
    root.probe(s -> url(s, "decisions"), s -> url(s, "services"), this::certificates);
    return new Configuration(
        folder,
        doors,
        resources,
        flows,
        certificates(root),
        url(root, "decisions"),
        url(root, "services"),
        settings(root));
  }

  private ReferenceSettings settings(Section root) throws Unusable, ProductException {
    Map<String, String> written = root.written("settings");
    Place place = root.placeOf("settings");
    return ReferenceSettings.of(
        written, "%s:%d:%d".formatted(problems.file(), place.line(), place.column()));
  }

  private CertificateFiles certificates(Section root) throws Unusable {
    return new CertificateFiles(
        file(root, "certificate"), file(root, "key"), file(root, "authorities"));
  }

  private Path file(Section root, String key) throws Unusable {
    String name = root.text(key);
    try {
      return folder.resolve(name);
    } catch (InvalidPathException _) {
      throw root.refuse(key, "\"" + name + "\"", "the name of a file");
    }
  }

  private static URI url(Section root, String key) throws Unusable {
    String text = root.text(key);
    try {
      URI url = new URI(text);
      if (url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException _) {
      // told below, as one without a host is
    }
    throw root.refuse(key, "\"" + text + "\"", "a URL with a host, such as http://192.0.2.1:8181");
  }

  private Door door(Section section) throws Unusable {
    Door door =
        new Door(
            section.text("name"),
            section.name("asset", AssetId::new),
            section.name("protocol", Protocol::new),
            address(section, "front"),
            address(section, "upstream"));
    if (!names.add(door.name())) {
      throw section.refuse("name", "door \"" + door.name() + "\" again", "a name of its own");
    }
    if (!fronts.add(door.front())) {
      throw section.refuse(
          "front",
          "\"" + section.text("front") + "\" again",
          "an address of its own for each door");
    }
    resource(section, door.asset());
    flows.addAll(section.each("clients", client -> flow(client, door)));
    return door;
  }

  /** An asset has one zone, however many doors lead to it. */
  private void resource(Section section, AssetId asset) throws Unusable {
    Resource resource =
        new Resource(
            asset,
            section.choice("level", PurdueLevel.class, PurdueLevel::label),
            section.choice("target", SecurityLevel.class, SecurityLevel::name));
    Resource before = resources.putIfAbsent(asset, resource);
    if (before != null && !before.equals(resource)) {
      throw section.refuse(
          "asset",
          "asset %s with another level or target than at a door before".formatted(asset),
          "%s and %s, as there".formatted(before.level().label(), before.target()));
    }
  }

  private static DeclaredFlows.Standing flow(Section client, Door door) throws Unusable {
    return new DeclaredFlows.Standing(
        client.name("asset", AssetId::new),
        door.asset(),
        door.protocol(),
        client.choice("access", AccessKind.class, AccessKind::written) == AccessKind.READ_WRITE);
  }

  private static InetSocketAddress address(Section section, String key) throws Unusable {
    String text = section.text(key);
    return SocketAddresses.parse(text)
        .orElseThrow(() -> section.refuse(key, "\"" + text + "\"", SocketAddresses.EXPECTED));
  }
}
