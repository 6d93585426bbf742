package org.bumpless.runner.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.PdpProvider;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.records.AccessFacts;
import org.bumpless.adapter.records.DeclaredFlows;
import org.bumpless.adapter.records.ProxyDecisions;
import org.bumpless.adapter.records.ServedFacts;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.history.History;

/**
 * Where the product is plugged in: its decision point, and the product itself with what it needs.
 */
final class ProductBay {
  /** The name of the product among the assets that have certificates. */
  static final String PRODUCT = "pep";

  private static final String FOLDER = "product";

  private final Sut sut;
  private final NanoClock clock;
  private final History history;
  private final Started started;

  /**
   * @param started what is started here is stopped with it
   */
  ProductBay(Sut sut, NanoClock clock, History history, Started started) {
    this.sut = sut;
    this.clock = clock;
    this.history = history;
    this.started = started;
  }

  /** The decision point that the product is to ask; empty if it brings its own or asks nobody. */
  Optional<PolicyDecisionPoint> decisionPoint(Plant plant) throws ProductException {
    if (sut.pdp().isEmpty()) {
      return Optional.empty();
    }
    Sut.PdpChoice choice = sut.pdp().get();
    PdpProvider provider =
        Providers.find(PdpProvider.class, PdpProvider::id, choice.provider(), "PDP provider");
    PolicyDecisionPoint pdp = started.add(provider.create(choice.settings(), sut.folder(), clock));
    if (provider.outside()) {
      new FirstQuestion(plant, clock).ask(pdp, choice);
    }
    return Optional.of(pdp);
  }

  /** The same, where the product can ask it; what it answers there stands in the history. */
  Optional<ServedDecisions> decisions(
      Optional<PolicyDecisionPoint> pdp,
      Plant plant,
      Fabric fabric,
      Routes routes,
      PlantServices services)
      throws IOException, InterruptedException {
    if (pdp.isEmpty()) {
      return Optional.empty();
    }
    PolicyDecisionPoint recorded = new RecordedDecisions(pdp.get(), clock, history);
    DecisionService.Factory service = Providers.only(DecisionService.Factory.class);
    DecisionService authzen =
        started.add(fabric.services().within(() -> service.serve(recorded, fabric.service("pdp"))));
    if (sut.deployment() instanceof Deployment.Builtin) {
      return Optional.of(new ServedDecisions(authzen, Optional.empty()));
    }
    ServedFacts records = new ServedFacts(services);
    AccessFacts facts =
        new AccessFacts(
            records,
            records,
            new DeclaredFlows(plant, "spiffe://" + plant.id() + "/asset/pep"),
            plant,
            clock);
    ProxyDecisions proxies = Providers.only(ProxyDecisions.class);
    DecisionService extAuthz =
        started.add(
            fabric
                .services()
                .within(
                    () ->
                        proxies.serve(
                            recorded, facts, routes.listeners(), fabric.service("ext-authz"))));
    return Optional.of(new ServedDecisions(authzen, Optional.of(extAuthz)));
  }

  /**
   * The product, ready.
   *
   * @param folder of the run; the product's files go into a folder of their own in it
   */
  Pep product(
      Plant plant,
      Fabric fabric,
      Routes routes,
      PlantServices services,
      BenchIdentities identities,
      Optional<ServedDecisions> decisions,
      Path folder)
      throws ProductException, IOException, InterruptedException {
    SitePack site =
        new SitePack(
            Files.createDirectories(folder.resolve(FOLDER)),
            plant,
            routes.listeners(),
            addresses(plant, fabric),
            identities.asset(PRODUCT),
            identities.trust(),
            decisions.map(DecisionService::url),
            services.url(),
            clock,
            decisions.flatMap(ServedDecisions::extAuthzUrl));
    PepProvider provider = Providers.product(sut.deployment().provider());
    Pep product = fabric.product().within(() -> provider.create(sut, site));
    Pep pep = started.add(new PlacedPep(product, fabric.product()));
    pep.start();
    if (pep.routes()) {
      fabric.routeThroughProduct();
    }
    return pep;
  }

  private static Map<AssetId, InetAddress> addresses(Plant plant, Fabric fabric) {
    return plant.assets().stream()
        .filter(a -> !(a instanceof Asset.FieldDevice))
        .collect(Collectors.toMap(Asset::id, a -> fabric.host(a.id()).address()));
  }
}
