package org.bumpless.plc.protocol;

import java.net.InetSocketAddress;
import java.util.Map;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.cpu.Engineering;

/**
 * What a protocol server needs.
 *
 * @param controller whose process image is served
 * @param spec port and unit, as the plant file says
 * @param tags the live process image
 * @param engineering what an engineering station can do, for protocols that can more than tags
 * @param log where every request that reaches the controller is written down
 * @param bind address to listen on
 * @param identity the controller's own certificate, for protocols that have security of their own
 * @param trust whose clients the controller believes
 * @param users user name to password, for protocols that have users
 */
public record ServeSettings(
    Asset.Controller controller,
    EndpointSpec spec,
    LiveTags tags,
    Engineering engineering,
    RequestLog log,
    InetSocketAddress bind,
    NanoClock clock,
    Identity identity,
    TrustBundle trust,
    Map<String, String> users) {
  public ServeSettings {
    users = Map.copyOf(users);
  }
}
