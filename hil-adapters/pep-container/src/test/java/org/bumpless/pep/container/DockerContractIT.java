package org.bumpless.pep.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.testkit.PepContract;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.time.NanoClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The same contract with docker for the engine, on the loopback: haproxy-container. */
class DockerContractIT extends PepContract {
  private Path folder;
  private Dockerd docker;

  @BeforeAll
  void startDocker(@TempDir Path temp) throws Exception {
    folder = Files.createDirectories(temp.resolve("docker"));
    docker = Dockerd.require(folder);
  }

  @AfterAll
  void noContainerIsLeft() throws Exception {
    try (Dockerd ended = docker) {
      assertThat(ended == null ? "" : Engines.containers(ended.engine(folder))).isEmpty();
    }
  }

  @Override
  protected NanoClock clock() {
    return new RealClock();
  }

  @Override
  protected Pep create(TestSite site) throws Exception {
    return new ContainerProvider(docker.programs()).create(Engines.shipped(), site.pack());
  }
}
