package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bumpless.plant.network.Card;
import org.bumpless.plant.network.Uninterrupted;
import org.bumpless.plant.network.netns.Node.Leg;

/** A second plug of a host: it finds the hosts of another zone there, and only those. */
final class NetnsCard implements Card {
  /** The name of the second plug. */
  static final String PLUG = "eth1";

  private final Namespace switches;
  private final SwitchPort port;

  private NetnsCard(Namespace switches, SwitchPort port) {
    this.switches = switches;
    this.port = port;
  }

  /**
   * Plugs a host in.
   *
   * @param address of the new plug
   * @param near whom it finds there; routes to them alone, for the host's own route to that zone
   *     stays as it is
   */
  static NetnsCard plug(
      Namespace host, Namespace switches, SwitchPort port, Address address, List<Address> near)
      throws IOException, InterruptedException {
    Leg leg = new Leg(PLUG, address.segment(), List.of(address));
    HostTool.IP.feed(switches, List.of("-batch", "-"), Wiring.cable(leg, host, port));
    NetnsCard card = new NetnsCard(switches, port);
    try {
      List<String> lines = new ArrayList<>();
      lines.add("address add %s/32 dev %s".formatted(address, PLUG));
      lines.add("link set dev %s up".formatted(PLUG));
      near.forEach(n -> lines.add("route add %s/32 dev %s".formatted(n, PLUG)));
      HostTool.IP.feed(host, List.of("-batch", "-"), lines);
      return card;
    } catch (IOException | InterruptedException | RuntimeException e) {
      try {
        card.close();
      } catch (RuntimeException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  @Override
  public void close() {
    Uninterrupted.act(
        () -> {
          try {
            HostTool.IP.feed(
                switches,
                List.of("-batch", "-"),
                Stream.of(port.device()).map("link del dev %s"::formatted).toList());
          } catch (IOException e) {
            throw new IllegalStateException("a second card is left: " + e.getMessage(), e);
          }
        });
  }
}
