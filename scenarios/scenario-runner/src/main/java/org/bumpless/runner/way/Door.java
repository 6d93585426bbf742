package org.bumpless.runner.way;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.EndpointSpec;

/**
 * Where somebody knocks.
 *
 * @param name for people
 */
record Door(String name, Transport transport, int port) {
  /** A port that no plant file declares. */
  static final int UNDECLARED = 47_001;

  private static final Door TCP = new Door("tcp " + UNDECLARED, Transport.TCP, UNDECLARED);
  private static final Door UDP = new Door("udp " + UNDECLARED, Transport.UDP, UNDECLARED);

  enum Transport {
    TCP,
    UDP
  }

  /** The doors at which every host of the bench can listen, for nobody else does. */
  static List<Door> undeclared() {
    return List.of(TCP, UDP);
  }

  /** The doors of an asset: those that it serves, and undeclared ones. */
  static List<Door> of(Asset asset) {
    List<Door> doors = new ArrayList<>();
    if (asset instanceof Asset.Controller controller) {
      for (EndpointSpec endpoint : controller.endpoints()) {
        doors.add(new Door(endpoint.protocol().id(), Transport.TCP, endpoint.port()));
      }
    }
    doors.addAll(undeclared());
    return List.copyOf(doors);
  }
}
