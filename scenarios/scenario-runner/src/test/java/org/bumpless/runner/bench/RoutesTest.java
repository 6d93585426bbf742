package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.Protocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
  private final Plant plant;
  private final Routes routes;

  RoutesTest() throws BadFileException {
    plant = PlantFile.read(Path.of("../plants/tank-farm.yaml"));
    routes = Routes.of(plant, new Numbered());
  }

  @BeforeEach
  void thereAreRoutes() {
    assertThat(routes.listeners()).isNotEmpty();
  }

  @Test
  void everyEndpointHasOneDoorInEachConduitWithAProductOnTheWayToIt() {
    assertThat(routes.listeners())
        .as(
            "two protocols; 20 controllers behind the site's boundary and the cell's own, 5 behind service ports; a third protocol of one")
        .hasSize(2 * (20 + 20 + 5) + 2);
    assertThat(routes.listeners()).extracting(Listener::name).doesNotHaveDuplicates();
    assertThat(routes.listeners())
        .allSatisfy(
            door -> {
              assertThat(door.conduit().enforcement()).isEqualTo(Enforcement.PEP);
              assertThat(door.upstream().getPort()).isEqualTo(door.endpoint().port());
            });
  }

  @ParameterizedTest(name = "{0} to {1} through {2}")
  @CsvSource({
    "EWS-1, LIC-402, enterprise-to-idmz",
    "INTRUDER-L4, LIC-101, enterprise-to-idmz",
    "INTRUDER-L2, LIC-203, service-to-cell-2",
    "SCADA-1, LIC-101, site-to-cell-1",
    "SCADA-1, LIC-405, site-to-cell-4",
    "AGG-1, LIC-203, site-to-cell-2",
  })
  void aClientTakesTheDoorOfTheConduitThatItMustCross(
      String client, String server, String conduit) {
    Listener door = routes.door(new AssetId(client), new AssetId(server), Protocol.MODBUS_TCP);

    assertThat(door.conduit().id().value()).isEqualTo(conduit);
    assertThat(door.server().id().value()).isEqualTo(server);
    assertThat(door.endpoint().protocol()).isEqualTo(Protocol.MODBUS_TCP);
    assertThat(routes.crossed(new AssetId(client), new AssetId(server)))
        .map(c -> c.id().value())
        .contains(conduit);
  }

  @Test
  void theTwoProtocolsOfAControllerHaveDoorsOfTheirOwn() {
    AssetId client = new AssetId("EWS-1");
    AssetId server = new AssetId("LIC-402");

    assertThat(routes.door(client, server, Protocol.OPC_UA).front())
        .isNotEqualTo(routes.door(client, server, Protocol.MODBUS_TCP).front());
  }

  @Test
  void inFrontOfAPanelStandsNoProduct() {
    assertThat(routes.crossed(new AssetId("HMI-1"), new AssetId("LIC-101"))).isEmpty();
  }

  @Test
  void whoCrossesNoProductHasNoDoorAtAnother() {
    assertThatThrownBy(
            () -> routes.door(new AssetId("HMI-1"), new AssetId("LIC-203"), Protocol.MODBUS_TCP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no product stands between HMI-1 and LIC-203 over modbus-tcp");
  }

  @Test
  void whereNoProductStandsThereIsNoDoor() {
    assertThatThrownBy(
            () ->
                routes.door(
                    new AssetId("EWS-1"), new AssetId("LIC-101"), new Protocol("telepathy")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no product stands between EWS-1 and LIC-101 over telepathy");
    assertThat(routes.crossed(new AssetId("NOBODY-1"), new AssetId("LIC-101"))).isEmpty();
  }

  /** An address for each door and each server, by what they are for. */
  private static final class Numbered implements Routes.Addresses {
    @Override
    public InetSocketAddress front(
        Conduit conduit, Asset.Controller server, EndpointSpec endpoint) {
      return InetSocketAddress.createUnresolved(conduit.id() + "." + server.id(), endpoint.port());
    }

    @Override
    public InetSocketAddress controller(Asset.Controller server, EndpointSpec endpoint) {
      return InetSocketAddress.createUnresolved(server.id().value(), endpoint.port());
    }
  }
}
