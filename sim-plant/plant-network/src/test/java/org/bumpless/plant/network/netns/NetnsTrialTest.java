package org.bumpless.plant.network.netns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bumpless.plant.network.netns.Node.Leg;
import org.bumpless.plant.network.netns.Node.Way;
import org.bumpless.plant.network.netns.NodeId.OfBench;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a host lacks, as people are told. */
class NetnsTrialTest {
  private static final Address ADDRESS = new Address(1, 1);

  @BeforeAll
  static void require() throws InterruptedException {
    RealNamespaces.require();
  }

  @Test
  void aCableThatTheHostRefusesIsAnObstacle() throws Exception {
    Node node =
        new Node(
            OfBench.PRODUCT,
            List.of(new Leg("name-of-17-letter", 1, List.of(ADDRESS))),
            List.of(),
            List.of());

    assertThat(Trial.obstacle(List.of(node)).orElseThrow())
        .startsWith("this host does not do all that a plant's network takes (ip refused in")
        .contains("name-of-17-letter", "bridge, veth and nf_tables");
  }

  @Test
  void aFilterThatTheHostRefusesIsAnObstacle() throws Exception {
    Node node =
        new Node(
            OfBench.PRODUCT,
            List.of(new Leg("leg", 1, List.of(ADDRESS))),
            List.of(),
            List.of(new Way("no\"name", "leg", true)));

    assertThat(Trial.obstacle(List.of(node)).orElseThrow()).contains("(nft refused in product");
  }
}
