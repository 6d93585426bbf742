package org.bumpless.runner.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bumpless.adapter.pdp.PdpProvider;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.choice.Fabrics;
import org.bumpless.plant.network.choice.Fabrics.Choice;
import org.bumpless.plant.network.choice.Fabrics.Wish;
import org.bumpless.runner.MissingException;
import org.bumpless.runner.bench.Providers;
import picocli.CommandLine.Option;

/** What the plant's network is to be made of. */
final class FabricOption {
  @Option(
      names = "--fabric",
      paramLabel = "auto|netns|loopback",
      description =
          "what the plant's network is made of (default: auto, which is netns where the host allows it)")
  private Wish wish = Wish.AUTO;

  /** The network of an earlier run, unless somebody wants another. */
  FabricOption or(String earlier) {
    if (wish != Wish.AUTO) {
      return this;
    }
    FabricOption option = new FabricOption();
    option.wish =
        Arrays.stream(Wish.values())
            .filter(w -> w.name().equalsIgnoreCase(earlier))
            .findFirst()
            .orElse(wish);
    return option;
  }

  /**
   * Chooses for a product.
   *
   * @throws MissingException if what somebody wants cannot be had here
   */
  Choice choose(Sut sut) throws InterruptedException {
    return choose(sut, outside(sut));
  }

  /**
   * Chooses for a product in a plant, which may have real controllers.
   *
   * @throws MissingException if what somebody wants cannot be had here
   */
  Choice choose(Sut sut, Plant plant) throws InterruptedException {
    return choose(
        sut,
        plant.bridged().stream()
            .findFirst()
            .map(controller -> controller.id() + " is a real controller outside the bench")
            .or(() -> outside(sut)));
  }

  private Choice choose(Sut sut, Optional<String> outside) throws InterruptedException {
    boolean inThePath = sut.deployment().inThePath();
    if (inThePath && wish == Wish.LOOPBACK) {
      throw new MissingException(
          sut.id()
              + " stands in the path of packets, and on the loopback there is no such path: leave --fabric loopback out");
    }
    try {
      return Fabrics.choose(inThePath ? Wish.NETNS : wish, outside);
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.toString() : e.getMessage();
      throw new MissingException(
          inThePath ? sut.id() + " stands in the path of packets and needs one: " + why : why, e);
    }
  }

  /** Why a bench with this product has to reach something outside it; empty if it does not. */
  private static Optional<String> outside(Sut sut) {
    if (sut.deployment() instanceof Deployment.External) {
      return Optional.of("the product runs outside the bench");
    }
    return sut.pdp()
        .filter(
            pdp ->
                Providers.all(PdpProvider.class).stream()
                    .anyMatch(p -> p.id().equals(pdp.provider()) && p.outside()))
        .map(pdp -> "the decision point runs outside the bench");
  }

  /** As somebody types it; empty for what need not be typed. */
  String typed() {
    return wish == Wish.AUTO ? "" : wish.name().toLowerCase(Locale.ROOT);
  }
}
