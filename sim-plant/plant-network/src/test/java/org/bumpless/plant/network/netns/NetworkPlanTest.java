package org.bumpless.plant.network.netns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;
import org.bumpless.plant.model.Zone;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plant.network.netns.Node.Leg;
import org.bumpless.plant.network.netns.Node.Route;
import org.bumpless.plant.network.netns.Node.Way;
import org.bumpless.plant.network.netns.NodeId.OfAsset;
import org.bumpless.plant.network.netns.NodeId.OfBench;
import org.bumpless.plant.network.netns.NodeId.OfConduit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The network of the tank farm on paper. */
class NetworkPlanTest {
  private static final int HOPS_MAX = 8;

  private static Plant plant;
  private static NetworkPlan plan;

  @BeforeAll
  static void plan() throws BadFileException {
    plant = PlantFile.read(Path.of("../../scenarios/plants/tank-farm.yaml"));
    plan = NetworkPlan.of(plant);
  }

  @Test
  void everyAddressIsGivenOnce() {
    List<Address> all =
        plan.nodes().stream()
            .flatMap(n -> n.legs().stream())
            .flatMap(l -> l.addresses().stream())
            .toList();

    assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(29 + 40);
    assertThat(plan.hosts()).hasSize(29);
    plan.nodes()
        .forEach(
            n ->
                n.legs()
                    .forEach(
                        l ->
                            l.addresses()
                                .forEach(a -> assertThat(a.segment()).isEqualTo(l.segment()))));
  }

  @Test
  void theProductStandsInAllZonesOfItsConduitsAndPassesNothingOn() {
    Node product = node(OfBench.PRODUCT.inWords());

    assertThat(product.legs())
        .extracting(Leg::device)
        .containsExactlyInAnyOrder(
            "bench",
            "enterprise",
            "idmz",
            "site-ops",
            "service-2",
            "cell-1",
            "cell-2",
            "cell-3",
            "cell-4");
    assertThat(product.ways()).isEmpty();
    assertThat(plan.doors()).hasSize(20 + 20 + 5);
  }

  @Test
  void aConduitWithoutAProductLetsConnectionsPassOneWay() {
    assertThat(node("supervision-to-cell-2").ways())
        .containsExactly(new Way("supervision", "cell-2", true));
  }

  @Test
  void aDataDiodePassesNoAnswers() {
    assertThat(node("site-to-records").ways())
        .containsExactly(new Way("site-ops", "records", false));
  }

  @Test
  void theWiresToTheTanksAreNoNetwork() {
    assertThat(plan.nodes()).extracting(Node::name).doesNotContain("wires-1", "T-101");
    assertThat(plan.segments()).hasSize(10 + 1);
  }

  @Test
  void whoHasNoBusinessWithAZoneHasNoRouteToIt() {
    assertThat(walk("INTRUDER-L2", "SCADA-1")).isEmpty();
    assertThat(walk("INTRUDER-L2", "LIC-101")).isEmpty();
    assertThat(walk("INTRUDER-L4", "HMI-1")).isEmpty();
    assertThat(walk("SCADA-1", "HMI-1")).isEmpty();
  }

  @Test
  void aPacketAcrossAProductsConduitTakesTheProduct() {
    assertThat(walk("SCADA-1", "LIC-101")).contains(List.of("product"));
    assertThat(walk("EWS-1", "LIC-303")).contains(List.of("product"));
    assertThat(walk("EWS-1", "SCADA-1")).contains(List.of("product"));
    assertThat(walk("INTRUDER-L2", "LIC-203")).contains(List.of("product"));
  }

  @Test
  void aPacketAcrossAPlainConduitDoesNot() {
    assertThat(walk("HMI-1", "LIC-105")).contains(List.of("supervision-to-cell-1"));
  }

  @Test
  void everyAnswerComesBackTheWayOfItsQuestion() {
    int walked = 0;
    for (Asset from : hosts()) {
      for (Asset to : hosts()) {
        if (plant.path(from.zone(), to.zone()).filter(p -> !p.isEmpty()).isPresent()) {
          Optional<List<String>> there = walk(from.id().value(), to.id().value());
          Optional<List<String>> back = walk(to.id().value(), from.id().value());
          assertThat(there).as("%s to %s", from.id(), to.id()).isPresent();
          assertThat(back.map(List::reversed))
              .as("%s back to %s", to.id(), from.id())
              .isEqualTo(there);
          walked++;
        }
      }
    }
    assertThat(walked).isGreaterThan(100);
  }

  @Test
  void theInstrumentReachesEveryControllerWithoutAHop() {
    Set<Integer> near = new HashSet<>();
    node(OfBench.INSTRUMENT.inWords()).legs().forEach(l -> near.add(l.segment()));

    for (Asset controller : plant.assets(Asset.Controller.class)) {
      assertThat(near).contains(plan.address(controller.id()).segment());
    }
    assertThat(node(OfBench.INSTRUMENT.inWords()).routes()).isEmpty();
  }

  @Test
  void devicesHaveNamesThatTheKernelTakes() {
    plan.nodes().forEach(n -> n.legs().forEach(l -> assertThat(l.device()).hasSizeBetween(1, 15)));
  }

  @Test
  void assetsAndConduitsMayBeCalledLikeWhatTheBenchHas() {
    NetworkPlan namesakes =
        NetworkPlan.of(
            Plants.of(
                List.of("a", "b", "c"),
                List.of(
                    Plants.conduit("services", "a", "b", Enforcement.NONE),
                    Plants.conduit("instrument", "b", "c", Enforcement.NONE)),
                List.of(
                    Plants.host("product", "a"),
                    Plants.host("services", "b"),
                    Plants.host("instrument", "c"))));

    assertThat(namesakes.nodes())
        .extracting(Node::id)
        .containsExactlyInAnyOrder(
            new OfAsset(new AssetId("product")),
            new OfAsset(new AssetId("services")),
            new OfAsset(new AssetId("instrument")),
            new OfConduit(new ConduitId("services")),
            new OfConduit(new ConduitId("instrument")),
            OfBench.PRODUCT,
            OfBench.SERVICES,
            OfBench.INSTRUMENT);
    assertThat(namesakes.nodes().getFirst().name()).isEqualTo("product");
  }

  @Test
  void zonesMayBeCalledLikeDevicesThatThereAreAlready() {
    String long5 = "a-zone-with-a-long-name";
    List<String> zones = List.of("lo", "all", "default", "bench", long5, "zone5", "zone1", "cell");
    NetworkPlan namesakes =
        NetworkPlan.of(
            Plants.of(
                zones,
                zones.stream()
                    .skip(1)
                    .map(z -> Plants.conduit("to-" + z, "lo", z, Enforcement.PEP))
                    .toList(),
                List.of()));

    assertThat(
            namesakes.nodes().stream()
                .filter(n -> n.id().equals(OfBench.PRODUCT))
                .flatMap(n -> n.legs().stream())
                .map(Leg::device))
        .containsExactlyInAnyOrder(
            "bench", "zone1", "zone2", "zone3", "zone4", "zone5", "zone6", "zone7", "cell");
  }

  @Test
  void aPlantWithTooManyZonesIsRefusedWithTheLimit() {
    List<Zone> many =
        IntStream.rangeClosed(1, 201)
            .mapToObj(
                i ->
                    new Zone(
                        new ZoneId("zone-" + i), "Zone", PurdueLevel.L1, SecurityLevel.SL1, false))
            .toList();
    Plant large =
        new Plant(
            "large", "Large", many, List.of(), List.of(), List.of(), plant.process(), List.of());

    assertThatThrownBy(() -> NetworkPlan.of(large))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("201 zones with a network, 200 is the limit");
  }

  private static List<Asset> hosts() {
    return plant.assets().stream().filter(a -> plan.hosts().containsKey(a.id())).toList();
  }

  private static Node node(String name) {
    return plan.nodes().stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
  }

  /** The joints that a packet passes, as each node's routes send it on; empty if one has none. */
  private static Optional<List<String>> walk(String from, String to) {
    Address target = plan.address(new AssetId(to));
    List<String> passed = new ArrayList<>();
    Node here = node(from);
    while (here.legs().stream().noneMatch(l -> l.segment() == target.segment())) {
      Optional<Address> via =
          here.routes().stream()
              .filter(r -> r.segment() == target.segment())
              .map(Route::via)
              .findFirst();
      if (via.isEmpty()) {
        return Optional.empty();
      }
      here = owner(via.get());
      passed.add(here.name());
      assertThat(passed).as("hops from %s to %s", from, to).hasSizeLessThan(HOPS_MAX);
    }
    return Optional.of(passed);
  }

  private static Node owner(Address address) {
    return plan.nodes().stream()
        .filter(n -> n.legs().stream().anyMatch(l -> l.addresses().contains(address)))
        .findFirst()
        .orElseThrow();
  }
}
