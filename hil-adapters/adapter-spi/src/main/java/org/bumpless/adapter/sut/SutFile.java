package org.bumpless.adapter.sut;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.DocumentSchema;
import org.bumpless.plant.file.Problems;
import org.bumpless.plant.file.Section;
import org.bumpless.plant.file.Unusable;
import org.bumpless.plant.file.YamlFile;

/** The file that describes a system under test: shape by {@code sut.schema.json}. */
public final class SutFile {
  private static final DocumentSchema SCHEMA =
      DocumentSchema.ofResource(SutFile.class, "sut.schema.json");

  private SutFile() {}

  /**
   * Reads a system under test.
   *
   * @throws BadFileException with all that is wrong, if anything is; a template that does not exist
   *     is
   */
  public static Sut read(Path file) throws BadFileException {
    Problems problems = new Problems(file.toString());
    Section root = YamlFile.open(YamlFile.bytes(file), SCHEMA, problems);
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    try {
      Sut sut = sut(root, folder == null ? absolute : folder, problems);
      problems.throwIfAny();
      return sut;
    } catch (Unusable _) {
      throw problems.exception();
    }
  }

  private static Sut sut(Section root, Path folder, Problems problems) throws Unusable {
    List<Feature> features = root.choices("features", Feature.class, Feature::label);
    DeploymentReader reader = new DeploymentReader(folder, problems);
    root.probe(reader::read, SutFile::pdp);
    Deployment deployment = reader.read(root);
    Access access = new AccessReader(problems).read(root, deployment);
    return new Sut(
        root.text("id"),
        root.text("title"),
        root.text("product"),
        folder,
        deployment,
        access,
        Set.copyOf(features),
        pdp(root),
        root.written("settings"),
        failure(root, deployment));
  }

  /** A product that clients dial cannot fail open: where it listened, nobody does. */
  private static Failure failure(Section root, Deployment deployment) throws Unusable {
    if (!root.has("failure")) {
      return Failure.CLOSED;
    }
    Failure failure = root.choice("failure", Failure.class, f -> f.name().toLowerCase(Locale.ROOT));
    if (failure == Failure.OPEN && !deployment.inThePath()) {
      throw root.refuse(
          "failure",
          "failure open of a product that clients dial",
          "closed, or a product in the path of the packets (deployment routed, or process with"
              + " interception)");
    }
    return failure;
  }

  private static Optional<Sut.PdpChoice> pdp(Section root) throws Unusable {
    if (!root.has("pdp")) {
      return Optional.empty();
    }
    Section pdp = root.section("pdp");
    return Optional.of(new Sut.PdpChoice(pdp.text("provider"), pdp.written("settings")));
  }
}
