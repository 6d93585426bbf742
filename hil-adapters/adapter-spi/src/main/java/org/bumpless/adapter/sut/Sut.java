package org.bumpless.adapter.sut;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A system under test: the product, how it is attached and what it says it can do.
 *
 * @param folder folder of {@code sut.yaml}; templates are found from there
 * @param product who makes it and which version, for the report
 * @param features what the product declares; what it does not declare is not applicable to it,
 *     visibly
 * @param settings options of a builtin product; empty for others
 * @param failure what the product says becomes of its ways when it is gone
 */
public record Sut(
    String id,
    String title,
    String product,
    Path folder,
    Deployment deployment,
    Access access,
    Set<Feature> features,
    Optional<PdpChoice> pdp,
    Map<String, String> settings,
    Failure failure) {
  public Sut {
    features = Set.copyOf(features);
    settings = Map.copyOf(settings);
  }

  /** A product that fails closed, as nearly all do. */
  public Sut(
      String id,
      String title,
      String product,
      Path folder,
      Deployment deployment,
      Access access,
      Set<Feature> features,
      Optional<PdpChoice> pdp,
      Map<String, String> settings) {
    this(id, title, product, folder, deployment, access, features, pdp, settings, Failure.CLOSED);
  }

  /** The same product, attached in another way. */
  public Sut deployedAs(Deployment other) {
    return new Sut(id, title, product, folder, other, access, features, pdp, settings, failure);
  }

  /**
   * Which policy decision point the product asks.
   *
   * @param provider id of a PDP adapter, for example {@code cedar} or {@code authzen}
   * @param settings its options, for example {@code url} or {@code policies}
   */
  public record PdpChoice(String provider, Map<String, String> settings) {
    public PdpChoice {
      settings = Map.copyOf(settings);
    }
  }
}
