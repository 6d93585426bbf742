package org.bumpless.plant.network.choice;

import java.io.IOException;
import java.util.Optional;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.FabricKind;
import org.bumpless.plant.network.loopback.LoopbackFabric;
import org.bumpless.plant.network.netns.NetnsFabric;

/** Chooses a fabric and makes it. */
public final class Fabrics {
  private Fabrics() {}

  /** What somebody wants the network to be made of. */
  public enum Wish {
    /** Network namespaces where the host allows them, else the loopback. */
    AUTO,
    NETNS,
    LOOPBACK
  }

  /**
   * What it will be made of.
   *
   * @param remark what somebody should know about it; empty if it is as good as it gets, or as it
   *     was asked for
   */
  public record Choice(FabricKind kind, Optional<String> remark) {

    /** For people, after the word "network". */
    public String inWords() {
      return remark.orElseGet(kind::inWords);
    }
  }

  /**
   * Chooses without making anything.
   *
   * @param outside why the bench has to reach something outside it, if it has to
   * @throws IOException if what is wanted cannot be had here
   */
  public static Choice choose(Wish wish, Optional<String> outside)
      throws IOException, InterruptedException {
    if (wish == Wish.LOOPBACK) {
      return new Choice(FabricKind.LOOPBACK, Optional.empty());
    }
    Optional<String> obstacle = outside.isPresent() ? outside : NetnsFabric.obstacle();
    if (obstacle.isEmpty()) {
      return new Choice(FabricKind.NETNS, Optional.empty());
    }
    if (wish == Wish.NETNS) {
      throw new IOException("no plant network of its own can be had here: " + obstacle.get());
    }
    return new Choice(
        FabricKind.LOOPBACK,
        Optional.of(
            "on the loopback, where ways around the product cannot be observed: "
                + obstacle.get()));
  }

  /** For a bench in virtual time, which has no network. */
  public static Choice none() {
    return new Choice(
        FabricKind.LOOPBACK, Optional.of("none: in virtual time everything is in lock-step"));
  }

  /**
   * Makes the network of a plant.
   *
   * @throws IOException if the host refuses; nothing is left then
   * @throws IllegalArgumentException if the plant is too large
   */
  public static Fabric make(FabricKind kind, Plant plant) throws IOException, InterruptedException {
    return switch (kind) {
      case LOOPBACK -> LoopbackFabric.of(plant);
      case NETNS -> NetnsFabric.of(plant);
    };
  }
}
