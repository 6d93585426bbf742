package org.bumpless.scenario.bench;

import java.util.List;
import org.bumpless.plant.model.AssetId;

/** The plant's network as somebody finds it who looks for a way past the product. */
public interface Network {

  /**
   * Tries every host from every other: at the ports that it serves and at one that nobody has
   * declared. Bounded in number and time.
   *
   * @throws InterruptedException if the run is interrupted
   */
  List<Knock> knockEverywhere() throws InterruptedException;

  /**
   * One try.
   *
   * @param door what was tried, for example {@code modbus-tcp} or {@code udp 47001}
   * @param open whether the plant file lets anything pass here, for no product stands between
   * @param left whether it left the host that knocks; not if that has no route there
   * @param came whether the host that was tried has seen it come
   */
  record Knock(AssetId from, AssetId to, String door, boolean open, boolean left, boolean came) {}
}
