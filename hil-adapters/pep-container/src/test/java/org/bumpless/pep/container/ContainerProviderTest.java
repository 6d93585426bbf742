package org.bumpless.pep.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.pep.process.Programs;
import org.bumpless.plant.engine.clock.RealClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerProviderTest {
  @TempDir private Path folder;

  @Test
  void isFound() {
    assertThat(ServiceLoader.load(PepProvider.class))
        .extracting(PepProvider::id)
        .contains("container");
  }

  @Test
  void aHostWithoutAnEngineIsToldHowToGetOne() throws Exception {
    try (TestSite site = new TestSite(folder, new RealClock())) {
      assertThatThrownBy(
              () ->
                  new ContainerProvider(Engines.none(folder))
                      .create(Engines.shipped(), site.pack()))
          .isInstanceOfSatisfying(
              ProductException.class,
              e -> assertThat(e.fault()).isEqualTo(ProductException.Cause.UNAVAILABLE))
          .hasMessageContaining("no container engine is installed")
          .hasMessageContaining("apt-get install podman runc");
    }
  }

  @Test
  void dockerCannotStandWhereTheProductDoes() throws Exception {
    Path docker = Files.createDirectories(folder.resolve("bin")).resolve("docker");
    Files.createFile(
        docker, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try (TestSite site = new TestSite(folder, new RealClock())) {
      SitePack away = elsewhere(site.pack());

      assertThatThrownBy(
              () ->
                  new ContainerProvider(new Programs(List.of(docker.getParent())))
                      .create(Engines.shipped(), away))
          .isInstanceOf(ProductException.class)
          .hasMessageContaining("--fabric loopback")
          .hasMessageContaining("apt-get install podman");
    }
  }

  @Test
  void theLimitsOfAContainerAreNotAboveOurOwn() {
    Limits limits =
        new Limits(
            List.of(
                "Limit                     Soft Limit           Hard Limit           Units",
                "Max processes             100                  200                  processes",
                "Max open files            1024                 unlimited            files"));

    assertThat(limits.byName()).isEqualTo(Map.of("nofile", 65_536L, "nproc", 200L));
    assertThat(new Limits(List.of()).byName()).isEmpty();
  }

  /** A site whose doors are on a network of its own. */
  private static SitePack elsewhere(SitePack pack) {
    InetSocketAddress door = new InetSocketAddress(InetAddress.ofLiteral("10.3.128.1"), 502);
    return new SitePack(
        pack.folder(),
        pack.plant(),
        pack.listeners().stream()
            .map(
                l ->
                    new Listener(
                        l.name(), l.conduit(), l.server(), l.endpoint(), door, l.upstream()))
            .toList(),
        pack.addresses(),
        pack.identity(),
        pack.trust(),
        pack.decisionUrl(),
        pack.servicesUrl(),
        pack.clock());
  }
}
