package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.bumpless.plant.cable.Impairment;
import org.bumpless.plant.network.cable.Cable;
import org.bumpless.plant.network.linux.Devices;
import org.bumpless.plant.network.linux.PacketPair;
import org.bumpless.plant.time.NanoClock;

/**
 * A cable between a host and the switch of its zone. While it is whole the kernel carries its
 * frames and it costs nothing; when something is wrong with it, it is cut open at the switch and a
 * {@link CableRelay} put between.
 */
final class NetnsCable implements Cable {
  private final Namespace switches;
  private final SwitchPort port;
  private final NanoClock clock;
  private final SplittableGenerator random;
  private boolean laid;
  private Optional<CableRelay> relay = Optional.empty();

  NetnsCable(Namespace switches, SwitchPort port, NanoClock clock, SplittableGenerator random) {
    this.switches = switches;
    this.port = port;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public synchronized void impair(Impairment impairment) throws IOException, InterruptedException {
    if (relay.isPresent()) {
      relay.get().impair(impairment);
      return;
    }
    ip(port.lay());
    laid = true;
    boolean open = false;
    try {
      PacketPair ends =
          switches.within(
              () -> PacketPair.open(Devices.index(port.device()), Devices.index(port.openEnd())));
      relay =
          Optional.of(CableRelay.start(ends, impairment, clock, random, switches.threads("cable")));
      ip(port.cutOpen());
      open = true;
    } finally {
      if (!open) {
        mend();
      }
    }
  }

  @Override
  public synchronized void mend() throws IOException, InterruptedException {
    if (!laid) {
      return;
    }
    Optional<String> failure;
    try {
      ip(port.join());
    } finally {
      failure = relay.flatMap(CableRelay::end);
      relay = Optional.empty();
    }
    ip(port.clear());
    laid = false;
    if (failure.isPresent()) {
      throw new IOException("a cable " + failure.get());
    }
  }

  @Override
  public synchronized Optional<String> doubt() {
    return relay.flatMap(CableRelay::doubt);
  }

  private void ip(List<String> lines) throws IOException, InterruptedException {
    HostTool.IP.feed(switches, List.of("-batch", "-"), lines);
  }
}
