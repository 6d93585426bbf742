package org.bumpless.adapter.bridge;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.BridgeSpec;
import org.bumpless.plant.time.NanoClock;

/**
 * What a bridge is to do.
 *
 * @param controller the virtual controller in front of it
 * @param spec what the plant file says of it
 * @param writes whether the command line names this controller, too: without that nothing is
 *     written, whatever the file says
 * @param folder of the run: every write is put down there before it is sent
 * @param log told what happens to it, on threads of its own; must not block
 */
public record BridgePlan(
    Asset.Controller controller,
    BridgeSpec spec,
    boolean writes,
    Path folder,
    NanoClock clock,
    Consumer<BridgeEvent> log) {

  /** Whether something may be written: only where file and command line both say so. */
  public boolean mayWrite() {
    return writes && spec.role() == BridgeSpec.Role.CONTROL;
  }
}
