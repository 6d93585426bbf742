package org.bumpless.plant.network.netns;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bumpless.plant.model.Enforcement.DIODE;
import static org.bumpless.plant.model.Enforcement.NONE;
import static org.bumpless.plant.model.Enforcement.PEP;
import static org.bumpless.plant.network.netns.Plants.conduit;
import static org.bumpless.plant.network.netns.Plants.controller;
import static org.bumpless.plant.network.netns.Plants.host;

import java.util.List;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Conduit;
import org.junit.jupiter.api.Test;

/**
 * Plants whose connections one network cannot carry as their conduits say, and some that it can.
 */
class RoundTripsTest {

  @Test
  void aProductOneWayAndNothingTheOtherIsRefused() {
    refused(
        List.of(conduit("there", "a", "b", PEP), conduit("back", "b", "a", NONE)),
        "connections from zone b to zone a belong through conduit back, but would go through the product",
        "give the conduits between these zones the same enforcement",
        "a zone of its own");
  }

  @Test
  void soItIsWhicheverStandsFirstInTheFile() {
    refused(
        List.of(conduit("back", "b", "a", NONE), conduit("there", "a", "b", PEP)),
        "connections from zone b to zone a belong through conduit back");
  }

  @Test
  void theSameBothWaysIsNot() {
    fits(conduit("there", "a", "b", PEP), conduit("back", "b", "a", PEP));
    fits(conduit("there", "a", "b", NONE), conduit("back", "b", "a", NONE));
    fits(conduit("there", "a", "b", DIODE), conduit("back", "b", "a", NONE));
  }

  @Test
  void aDoorBehindAConduitWithoutAProductIsRefusedToAZoneInWhichTheProductHasALeg() {
    refused(
        List.of(
            conduit("a-to-b", "a", "b", NONE),
            conduit("b-to-c", "b", "c", PEP),
            conduit("a-to-d", "a", "d", PEP)),
        "clients in zone a reach the product's door in zone b through conduit a-to-b",
        "answer them through its own leg in zone a",
        "Let conduit a-to-b have enforcement pep too");
  }

  @Test
  void eitherRemedyIsAccepted() {
    fits(
        conduit("a-to-b", "a", "b", PEP),
        conduit("b-to-c", "b", "c", PEP),
        conduit("a-to-d", "a", "d", PEP));
    fits(
        conduit("a-to-b", "a", "b", NONE),
        conduit("b-to-c", "b", "c", PEP),
        conduit("a-to-d", "a", "d", NONE));
  }

  @Test
  void aShorterWayBackThatIsAnotherConduitIsRefused() {
    refused(
        List.of(
            conduit("a-to-b", "a", "b", NONE),
            conduit("b-to-c", "b", "c", NONE),
            conduit("c-to-a", "c", "a", NONE)),
        "connections from zone b to zone a belong through conduit b-to-c, conduit c-to-a");
  }

  private static void fits(Conduit... conduits) {
    assertThatCode(() -> plan(List.of(conduits))).doesNotThrowAnyException();
  }

  private static void refused(List<Conduit> conduits, String... words) {
    assertThatThrownBy(() -> plan(conduits))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the plant does not fit the bench's network: ")
        .hasMessageContainingAll(words);
  }

  private static void plan(List<Conduit> conduits) {
    List<Asset> assets =
        List.of(host("A", "a"), host("B", "b"), controller("C", "c"), controller("D", "d"));
    NetworkPlan.of(Plants.of(List.of("a", "b", "c", "d"), conduits, assets));
  }
}
