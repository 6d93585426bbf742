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
  private static final Pattern FAR_END =
      Pattern.compile(
          "^\\s*\\d+: \\p{XDigit}+:\\p{XDigit}+ \\p{XDigit}*(\\p{XDigit}{8}):(\\p{XDigit}+) ");

  private Peers() {}

  /** The far ends, in the network of the calling thread. */
  static Set<InetSocketAddress> here() throws IOException {
    Set<InetSocketAddress> peers = new HashSet<>();
    for (Path table : TABLES) {
      if (Files.exists(table)) {
        Files.readAllLines(table).stream().skip(1).map(Peers::peer).forEach(peers::add);
      }
    }
    return peers;
  }

  /**
   * The far end in a line of the table; an IPv4 address stands in the last digits of an IPv6 one.
   */
  static InetSocketAddress peer(String line) {
    Matcher far = FAR_END.matcher(line);
    if (!far.find()) {
      throw new IllegalArgumentException("no line of a table of connections: " + line);
    }
    byte[] octets = HexFormat.of().parseHex(far.group(1));
    byte[] inOrder = {octets[3], octets[2], octets[1], octets[0]};
    try {
      return new InetSocketAddress(
          InetAddress.getByAddress(inOrder), Integer.parseInt(far.group(2), 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
