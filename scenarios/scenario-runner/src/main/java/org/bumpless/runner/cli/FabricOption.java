package org.bumpless.runner.cli;

import java.io.IOException;
import java.util.Locale;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.network.choice.Fabrics;
import org.bumpless.plant.network.choice.Fabrics.Choice;
import org.bumpless.plant.network.choice.Fabrics.Wish;
import org.bumpless.runner.MissingException;
import picocli.CommandLine.Option;

/** What the plant's network is to be made of. */
final class FabricOption {
  @Option(
      names = "--fabric",
      paramLabel = "auto|netns|loopback",
      description =
          "what the plant's network is made of (default: auto, which is netns where the host allows it)")
  private Wish wish = Wish.AUTO;

  /**
   * Chooses for a product.
   *
   * @throws MissingException if what somebody wants cannot be had here
   */
  Choice choose(Sut sut) throws InterruptedException {
    boolean routed = sut.deployment() instanceof Deployment.Routed;
    if (routed && wish == Wish.LOOPBACK) {
      throw new MissingException(
          sut.id()
              + " routes packets, and on the loopback there are none to route: leave --fabric loopback out");
    }
    try {
      return Fabrics.choose(routed ? Wish.NETNS : wish, sut.outside());
    } catch (IOException e) {
      throw new MissingException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }

  /** As somebody types it; empty for what need not be typed. */
  String typed() {
    return wish == Wish.AUTO ? "" : wish.name().toLowerCase(Locale.ROOT);
  }
}
