package org.bumpless.runner.way;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who has a TCP connection with a host, open or half open: the kernel's own table (proc(5)). */
final class Peers {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/thread-self/net/tcp"), Path.of("/proc/thread-self/net/tcp6"));

  /** Slot, own address and port, the far end's address and port; its last eight digits are IPv4. */
  private static final Pattern LINK =
      Pattern.compile(
          "^\\s*\\d+: \\p{XDigit}+:(\\p{XDigit}+) \\p{XDigit}*(\\p{XDigit}{8}):(\\p{XDigit}+) ");

  private static final int HEX = 16;

  private Peers() {}

  /**
   * A connection as the host sees it.
   *
   * @param port its own
   */
  record Link(int port, InetSocketAddress farEnd) {}

  /** The connections in the network of the calling thread. */
  static Set<Link> here() throws IOException {
    Set<Link> links = new HashSet<>();
    for (Path table : TABLES) {
      if (Files.exists(table)) {
        Files.readAllLines(table).stream().skip(1).map(Peers::link).forEach(links::add);
      }
    }
    return links;
  }

  /** A line of the table; an IPv4 address stands in the last digits of an IPv6 one. */
  static Link link(String line) {
    Matcher link = LINK.matcher(line);
    if (!link.find()) {
      throw new IllegalArgumentException("no line of a table of connections: " + line);
    }
    byte[] octets = HexFormat.of().parseHex(link.group(2));
    byte[] inOrder = {octets[3], octets[2], octets[1], octets[0]};
    try {
      return new Link(
          Integer.parseInt(link.group(1), HEX),
          new InetSocketAddress(
              InetAddress.getByAddress(inOrder), Integer.parseInt(link.group(3), HEX)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
