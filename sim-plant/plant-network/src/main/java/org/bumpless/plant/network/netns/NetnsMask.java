package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bumpless.plant.network.Mask;
import org.bumpless.plant.network.Place;
import org.bumpless.plant.network.Uninterrupted;

/** Addresses of others at a host's own plug. */
final class NetnsMask implements Mask {
  /** Announces all addresses of a device whenever its hardware address is set. */
  private static final String ANNOUNCE = "net/ipv4/conf/%s/arp_notify".formatted(Planner.PLUG);

  private final Namespace host;
  private final List<Worn> worn;
  private boolean announced;

  private NetnsMask(Namespace host, List<Worn> worn) {
    this.host = host;
    this.worn = List.copyOf(worn);
  }

  /** An address, and whose it is. */
  record Worn(Address address, Namespace owner) {}

  static NetnsMask put(Namespace host, List<Worn> worn) throws IOException, InterruptedException {
    NetnsMask mask = new NetnsMask(host, worn);
    mask.each("add");
    return mask;
  }

  @Override
  public void announce() throws IOException, InterruptedException {
    announced = true;
    announce(host);
  }

  private void each(String verb) throws IOException, InterruptedException {
    HostTool.IP.feed(
        host,
        List.of("-batch", "-"),
        worn.stream()
            .map(w -> "address %s %s/32 dev %s".formatted(verb, w.address(), Planner.PLUG))
            .toList());
  }

  private static void announce(Namespace whose) throws IOException, InterruptedException {
    whose.act(
        () -> {
          KernelSettings.write(ANNOUNCE, "1");
          byte[] hardware = NetworkInterface.getByName(Planner.PLUG).getHardwareAddress();
          HostTool.IP.feed(
              whose.name(),
              List.of("-batch", "-"),
              List.of(
                  "link set dev %s address %s"
                      .formatted(Planner.PLUG, HexFormat.ofDelimiter(":").formatHex(hardware))));
          KernelSettings.write(ANNOUNCE, "0");
        });
  }

  @Override
  public void close() {
    Uninterrupted.act(
        () -> {
          List<String> left = new ArrayList<>();
          tryTo(() -> each("del"), host, left);
          if (announced) {
            for (Worn one : worn) {
              tryTo(() -> announce(one.owner()), one.owner(), left);
            }
          }
          if (!left.isEmpty()) {
            throw new IllegalStateException("addresses are not where they belong: " + left);
          }
        });
  }

  private static void tryTo(Place.Act<IOException> act, Namespace where, List<String> left)
      throws InterruptedException {
    try {
      act.run();
    } catch (IOException e) {
      left.add(where.name() + ": " + e.getMessage());
    }
  }
}
