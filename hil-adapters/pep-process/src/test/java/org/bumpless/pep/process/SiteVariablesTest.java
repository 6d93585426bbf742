package org.bumpless.pep.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteVariablesTest {
  private TestSite site;
  private Path folder;

  @BeforeAll
  void open(@TempDir Path run) throws Exception {
    folder = run;
    site = new TestSite(run, new RealClock());
  }

  @AfterAll
  void close() {
    site.close();
  }

  @Test
  void theTopSaysWhatTheProductIsTold() {
    URI pdp = URI.create("http://127.0.0.1:8181");

    assertThat(SiteVariables.of(sut(), site.pack(Optional.of(pdp))))
        .containsOnlyKeys(SiteVariables.TOP)
        .containsEntry("folder", folder.toAbsolutePath().toString())
        .containsEntry("sutFolder", folder.resolve("sut").toString())
        .containsEntry("certificateAndKey", "product.pem")
        .containsEntry("pdpUrl", pdp.toString())
        .containsEntry("servicesUrl", site.services().url().toString())
        .containsEntry("plant", "contract-site")
        .containsEntry("trustDomain", "contract-site")
        .containsEntry("personPrefix", "spiffe://contract-site/person/");
    assertThat(SiteVariables.of(sut(), site.pack()))
        .containsEntry("pdpUrl", "")
        .containsEntry("extAuthzPort", "");
  }

  @Test
  void aListenerHasTheClientsOfTheFlowsThroughIt() {
    assertThat(listener(site.pack(), "office-to-cell_LIC-1_modbus-tcp"))
        .containsOnlyKeys(SiteVariables.OF_A_LISTENER)
        .containsEntry("frontPort", 1502)
        .containsEntry("conduit", "office-to-cell")
        .containsEntry("server", "LIC-1")
        .containsEntry("protocol", "modbus-tcp")
        .containsEntry("people", true)
        .containsEntry(
            "clients",
            List.of(
                Map.of(
                    "id",
                    "EWS-1",
                    "address",
                    "",
                    "spiffeId",
                    "spiffe://contract-site/asset/EWS-1",
                    "principal",
                    "asset/EWS-1",
                    "alternativeNameHex",
                    SpiffeNames.alternativeNameHex("spiffe://contract-site/asset/EWS-1"),
                    "writes",
                    true)));
    assertThat(listener(site.pack(), "control-to-cell_LIC-2_opc-ua"))
        .containsEntry("people", false)
        .extractingByKey("clients")
        .asString()
        .contains("id=AGG-1", "writes=false");
    assertThat(listener(site.pack(), "control-to-cell_LIC-2_modbus-tcp"))
        .containsEntry("people", false)
        .containsEntry("clients", List.of());
  }

  @Test
  void aListenerSaysWhatTheZoneBehindItIs() {
    assertThat(listener(site.pack(), "office-to-cell_LIC-1_modbus-tcp"))
        .containsEntry("zone", "cell")
        .containsEntry("level", "L1")
        .containsEntry("target", "SL2");
  }

  @Test
  void theJvmAndTheClassPathAreThoseOfTheBench() throws Exception {
    Path there = Files.createFile(folder.resolve("product.jar"));
    String twice = there + File.pathSeparator + folder.resolve("nothing.jar") + File.pathSeparator;

    assertThat(SiteVariables.classPath(twice + twice + File.pathSeparator))
        .isEqualTo(there.toAbsolutePath().toString());
    assertThat(SiteVariables.of(sut(), site.pack()).get("java"))
        .asString()
        .startsWith(System.getProperty("java.home"))
        .endsWith("java");
  }

  @Test
  void aCallerHasAllThatItReachesThroughTheProduct() {
    Map<String, Object> top = SiteVariables.of(sut(), site.pack());

    assertThat(String.valueOf(top.get("callers")))
        .contains("id=AGG-1", "id=EWS-1", "principal=asset/AGG-1", "doors=[");
    assertThat(String.valueOf(top.get("workstations")))
        .contains("id=EWS-1")
        .doesNotContain("AGG-1");
    assertThat(String.valueOf(top.get("peoplesDoors"))).contains("office-to-cell_LIC-1_modbus-tcp");
  }

  @Test
  void listenersWithOneAddressAreOneGate() {
    SitePack pack = site.pack();
    InetSocketAddress gate = pack.listeners().getFirst().front();
    SitePack gated =
        new SitePack(
            pack.folder(),
            pack.plant(),
            pack.listeners().stream()
                .map(
                    l ->
                        new Listener(
                            l.name(), l.conduit(), l.server(), l.endpoint(), gate, l.upstream()))
                .toList(),
            pack.addresses(),
            pack.identity(),
            pack.trust(),
            pack.decisionUrl(),
            pack.servicesUrl(),
            pack.clock());

    assertThat(SiteVariables.of(sut(), gated).get("gates"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(1);
  }

  @Test
  void anIpv6AddressHasBracketsBeforeItsPort() throws Exception {
    SitePack pack = site.pack();
    Listener old = pack.listeners().getFirst();
    InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral("::1"), 502);
    Listener moved =
        new Listener(
            old.name(), old.conduit(), old.server(), old.endpoint(), address, old.upstream());
    SitePack moved6 =
        new SitePack(
            pack.folder(),
            pack.plant(),
            List.of(moved),
            pack.addresses(),
            pack.identity(),
            pack.trust(),
            pack.decisionUrl(),
            pack.servicesUrl(),
            pack.clock());

    assertThat(listener(moved6, old.name()))
        .containsEntry("front", "[0:0:0:0:0:0:0:1]:502")
        .containsEntry("upstream", joined(old.upstream()));
  }

  private static String joined(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  private Sut sut() {
    return Suts.shell(folder.resolve("sut"), "true");
  }

  private Map<String, Object> listener(SitePack pack, String name) {
    Object listeners = SiteVariables.of(sut(), pack).get("listeners");
    assertThat(listeners).isInstanceOf(List.class);
    for (Object listener : (List<?>) listeners) {
      if (listener instanceof Map<?, ?> map && name.equals(map.get("name"))) {
        Map<String, Object> found = new LinkedHashMap<>();
        map.forEach((key, value) -> found.put(String.valueOf(key), value));
        return found;
      }
    }
    throw new AssertionError("no listener " + name);
  }
}
