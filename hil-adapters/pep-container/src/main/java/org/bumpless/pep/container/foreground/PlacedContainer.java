package org.bumpless.pep.container.foreground;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ulimit;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * A container at the place of the engine's service: its network is that of the place, and the
 * folder of the product lies in it where it lies outside.
 */
final class PlacedContainer extends GenericContainer<PlacedContainer> {
  private final Output output;

  PlacedContainer(Order order, Path folder, Map<String, String> environment, Output output) {
    super(DockerImageName.parse(order.image()));
    this.output = output;
    withImagePullPolicy(_ -> false);
    if (!order.command().isEmpty()) {
      withCommand(order.command().toArray(String[]::new));
    }
    withEnv(environment);
    withWorkingDirectory(folder.toString());
    withCreateContainerCmdModifier(create -> place(create, order, folder));
    withLogConsumer(output);
    // Whether the product is ready is judged by the bench, the same way for products of all kinds.
    withStartupCheckStrategy(new Started());
    waitingFor(new Unawaited());
  }

  private static void place(CreateContainerCmd create, Order order, Path folder) {
    HostConfig host = create.getHostConfig();
    if (host == null) {
      throw new IllegalStateException("Testcontainers gives each container a configuration");
    }
    List<Ulimit> limits = new ArrayList<>();
    order.limits().forEach((name, limit) -> limits.add(new Ulimit(name, limit, limit)));
    String at = folder.toString();
    create.withHostConfig(
        host.withNetworkMode("host").withUlimits(limits).withBinds(new Bind(at, new Volume(at))));
    create.withName(order.container());
    create.withImage(order.image()); // as it is: also an id, which has no tag
  }

  /**
   * Waits for its end, however long that takes.
   *
   * @return its exit code; 128 and the number of the signal that ended it
   */
  int awaitEnd() throws InterruptedException {
    WaitContainerResultCallback ended =
        dockerClient.waitContainerCmd(getContainerId()).exec(new WaitContainerResultCallback());
    ended.awaitCompletion();
    int code = ended.awaitStatusCode();
    output.awaitEnd();
    return code;
  }

  private static final class Started extends StartupCheckStrategy {
    @Override
    public StartupStatus checkStartupState(DockerClient engine, String container) {
      return StartupStatus.SUCCESSFUL;
    }
  }

  private static final class Unawaited extends AbstractWaitStrategy {
    @Override
    protected void waitUntilReady() {}
  }
}
