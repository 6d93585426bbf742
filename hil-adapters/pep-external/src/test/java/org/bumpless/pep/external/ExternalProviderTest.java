package org.bumpless.pep.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.bumpless.adapter.pep.Doors;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.sut.Access;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExternalProviderTest {
  private static final Duration KNOCK_MAX = Duration.ofSeconds(2);

  private final Map<String, InetSocketAddress> fronts = new HashMap<>();
  private TestSite site;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    site = new TestSite(folder, new RealClock());
  }

  @AfterAll
  void close() {
    site.close();
  }

  @BeforeEach
  void completeFronts() {
    fronts.clear();
    site.listeners().forEach(l -> fronts.put(l.name(), l.upstream()));
  }

  @Test
  void isFoundBesideTheDirectOne() {
    assertThat(ServiceLoader.load(PepProvider.class))
        .extracting(PepProvider::id)
        .containsExactlyInAnyOrder("direct", "external");
  }

  @Test
  void clientsAreSentWhereTheFileSays() throws Exception {
    try (Pep pep = create()) {
      pep.start();

      assertThat(site.listeners())
          .allSatisfy(l -> assertThat(pep.front(l)).isEqualTo(l.upstream()));
    }
  }

  @Test
  void aMissingAndAnUnknownListenerAreToldWithAllThatAreKnown() {
    fronts.remove("office-to-cell_LIC-2_opc-ua");
    fronts.put(
        "office-to-cell_LIC-3_opc-ua", new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));

    assertThatThrownBy(this::create)
        .isInstanceOfSatisfying(
            ProductException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(ProductException.Cause.BAD_INPUT);
              assertThat(e.getMessage())
                  .contains(
                      "sut.yaml: external.fronts: found unknown listeners"
                          + " office-to-cell_LIC-3_opc-ua;",
                      "found no address for office-to-cell_LIC-2_opc-ua;",
                      "which are control-to-cell_LIC-1_modbus-tcp, control-to-cell_LIC-1_opc-ua,");
            });
  }

  @Test
  void aProductThatDoesNotAnswerIsUnavailable() throws Exception {
    var silent = site.listener("control-to-cell_LIC-2_opc-ua");
    fronts.put(silent.name(), silent.front());

    try (Pep pep = create()) {
      assertThatThrownBy(pep::start)
          .isInstanceOfSatisfying(
              ProductException.class,
              e -> {
                assertThat(e.fault()).isEqualTo(ProductException.Cause.UNAVAILABLE);
                assertThat(e.getMessage())
                    .contains(
                        "A gateway that runs already cannot be reached",
                        "control-to-cell_LIC-2_opc-ua at " + silent.front())
                    .doesNotContain("LIC-1");
              });
    }
  }

  @Test
  void aProductWithoutTlsIsToldApartFromWhatItsFileSays() throws Exception {
    try (Pep pep =
        new ExternalProvider().create(Suts.external(fronts, new Access.Tls()), site.pack())) {
      assertThatThrownBy(pep::start)
          .isInstanceOfSatisfying(
              ProductException.class,
              e -> assertThat(e.fault()).isEqualTo(ProductException.Cause.UNAVAILABLE))
          .hasMessageContaining("speaks no TLS at")
          .hasMessageContaining("access: tls")
          .hasMessageContaining("correct access there");
    }
  }

  @Test
  void aProductWithTlsIsToldApartFromWhatItsFileSays() throws Exception {
    try (TlsDoor door = new TlsDoor(site.identity("asset/gateway"), site.pack().trust())) {
      fronts.replaceAll((name, front) -> door.address());
      try (Pep pep = create()) {
        assertThatThrownBy(pep::start)
            .hasMessageContaining("speaks TLS at")
            .hasMessageContaining("say access: tls");
      }
      try (Pep pep =
          new ExternalProvider().create(Suts.external(fronts, new Access.Tls()), site.pack())) {
        pep.start();
      }
    }
  }

  @Test
  void aCertificateOfAnotherAuthorityIsNamed() throws Exception {
    try (TlsDoor door = new TlsDoor(site.foreignIdentity("asset/gateway"), site.pack().trust())) {
      fronts.replaceAll((name, front) -> door.address());
      try (Pep pep =
          new ExternalProvider().create(Suts.external(fronts, new Access.Tls()), site.pack())) {
        assertThatThrownBy(pep::start)
            .hasMessageContaining("clients believe the plant CA only")
            .hasMessageContaining("let the bench start the product");
      }
    }
  }

  @Test
  void aGateIsNamedAfterItsConduit() throws Exception {
    InetSocketAddress gate = site.listeners().getFirst().upstream();
    Map<String, InetSocketAddress> gates = new HashMap<>();
    site.listeners().forEach(l -> gates.put(l.conduit().id().value(), gate));
    try (Pep pep =
        new ExternalProvider()
            .create(Suts.external(gates, new Access.Socks(1080, false)), site.pack())) {
      pep.start();

      assertThat(site.listeners()).allSatisfy(l -> assertThat(pep.front(l)).isEqualTo(gate));
    }
  }

  @Test
  void itIsLeftRunning() throws Exception {
    try (Pep pep = create()) {
      pep.start();
    }

    assertThat(site.listeners())
        .allSatisfy(l -> assertThat(Doors.accepts(l.upstream(), KNOCK_MAX)).isTrue());
  }

  @Test
  void itsCertificateIsNotRenewedFromHere() throws Exception {
    try (Pep pep = create()) {
      pep.start();

      assertThat(pep.renew(site.identity("asset/pep"))).isFalse();
      assertThatCode(pep::close).doesNotThrowAnyException();
    }
  }

  private Pep create() throws ProductException {
    return new ExternalProvider().create(Suts.external(fronts), site.pack());
  }
}
