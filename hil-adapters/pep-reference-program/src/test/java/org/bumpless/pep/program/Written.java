package org.bumpless.pep.program;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.PemFiles;
import org.bumpless.adapter.pep.SitePack;

/** Configuration files for tests. */
final class Written {
  private Written() {}

  /** A file with one door. */
  static String oneDoor() {
    return """
        decisions: http://127.0.0.1:8181
        services: http://127.0.0.1:8182
        certificate: product.pem
        key: product.pem
        authorities: ca.crt
        settings: {reevaluate: 2 s, sessionsMax: 16}
        doors:
          - name: one
            front: 127.0.0.1:1502
            upstream: "[::1]:502"
            protocol: modbus-tcp
            asset: LIC-101
            level: L1
            target: SL2
            clients: [{asset: HMI-1, access: read-write}, {asset: AGG-1, access: read}, ]
        """;
  }

  /** The same site as a pack describes, with its certificates; the decision point is nowhere. */
  static Path site(SitePack pack, Path folder) throws IOException {
    PemFiles.write(folder, pack.identity(), pack.trust());
    String doors =
        pack.listeners().stream().map(Written::door).collect(Collectors.joining("\n", "", "\n"));
    return Files.writeString(
        folder.resolve("reference.yaml"),
        """
        decisions: http://127.0.0.1:1
        services: %s
        certificate: product.crt
        key: product.key
        authorities: ca.crt
        doors:
        """
                .formatted(pack.servicesUrl())
            + doors);
  }

  private static String door(Listener listener) {
    return "  - {name: %s, front: \"%s\", upstream: \"%s\", protocol: %s, asset: %s, level: L1, target: SL1}"
        .formatted(
            listener.name(),
            address(listener.front()),
            address(listener.upstream()),
            listener.endpoint().protocol(),
            listener.server().id());
  }

  private static String address(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }
}
