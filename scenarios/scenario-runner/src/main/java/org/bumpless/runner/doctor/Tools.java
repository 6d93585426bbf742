package org.bumpless.runner.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of others that a bench starts, and the packages of Debian that they come from. */
final class Tools {
  private static final List<Tool> KNOWN =
      List.of(
          new Tool("ip", "iproute2", true),
          new Tool("nft", "nftables", true),
          new Tool("unshare", "util-linux", true),
          new Tool("setpriv", "util-linux", true),
          new Tool("nsenter", "util-linux", false),
          new Tool("flock", "util-linux", false),
          new Tool("mvn", "maven", false),
          new Tool("haproxy", "haproxy", false),
          new Tool("stunnel4", "stunnel4", false),
          new Tool("nginx", "nginx-light libnginx-mod-stream", false),
          new Tool("squid", "squid", false),
          new Tool("danted", "dante-server", false),
          new Tool("sshd", "openssh-server", false),
          new Tool("ssh", "openssh-client", false),
          new Tool("podman", "podman runc", false),
          new Tool("openssl", "openssl", false),
          new Tool("mbpoll", "mbpoll", false),
          new Tool("nmap", "nmap", false),
          new Tool("tshark", "tshark", false),
          new Tool("node", "nodejs", false),
          new Tool("sqlite3", "sqlite3", false),
          new Tool("chromium", "chromium", false),
          new Tool("chromedriver", "chromium-driver", false));

  private final List<Path> folders;

  /**
   * @param folders where programs are looked for, in order
   */
  Tools(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** Looks where a shell would, and where the administrator's programs are. */
  static Tools onPath(String path) {
    return new Tools(
        Stream.concat(
                Stream.of(path.split(":", -1)), Stream.of("/usr/sbin", "/sbin", "/usr/local/sbin"))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList());
  }

  /**
   * A program.
   *
   * @param needed whether the plant network is made with it; the others are shipped products or
   *     only serve the bench's own tests
   */
  record Tool(String name, String debianPackage, boolean needed) {}

  List<Tool> missing() {
    return KNOWN.stream().filter(tool -> !installed(tool.name())).toList();
  }

  boolean installed(String name) {
    return folders.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(name)));
  }
}
