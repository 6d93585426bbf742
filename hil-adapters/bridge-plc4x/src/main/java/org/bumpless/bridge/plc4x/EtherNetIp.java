package org.bumpless.bridge.plc4x;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the driver of EtherNet/IP does right, and so what a plant file may ask of it. The driver
 * itself takes much more and then does something else than was asked; see the package.
 */
final class EtherNetIp {
  private static final Set<String> DRIVERS = Set.of("eip", "logix");

  /** What the driver reads; of other types it makes no value. */
  private static final Set<String> READ =
      Set.of("BOOL", "SINT", "INT", "DINT", "LINT", "REAL", "LREAL");

  /** What it writes: whole words, as it forgets the pad byte behind an odd message. */
  private static final Set<String> WRITTEN = Set.of("INT", "DINT", "LINT", "REAL", "LREAL");

  private static final String NAME = "[A-Za-z_][A-Za-z_0-9]*";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "%s(?:\\.%s)*(?:\\[(?<index>\\d{1,9})])?:(?<type>[A-Z]+)".formatted(NAME, NAME));

  /** The driver has one byte for the number of an element, and cuts off what is more. */
  private static final int INDEX_MAX = 255;

  private static final String UNCONNECTED = "force-unconnected-operation";
  private static final String PATH = "communication-path";

  private EtherNetIp() {}

  /** Whether it is one of its drivers; the one for Logix speaks the same. */
  static boolean is(String driver) {
    return DRIVERS.contains(driver);
  }

  /**
   * What is wrong with a connection, in words that go on after "found"; empty if nothing is.
   *
   * @param writes whether something is to be written
   */
  static Optional<String> connectionFault(String driver, String connection, boolean writes) {
    if (driver.equals("eip") && !says(connection, "big-endian", "false")) {
      return Optional.of(
          "a connection by EtherNet/IP in big-endian order, which the driver takes unless it is told otherwise, and which is not that of EtherNet/IP; expected big-endian=false in the connection, for example eip://192.0.2.7?big-endian=false&force-unconnected-operation=true");
    }
    boolean unconnected = says(connection, UNCONNECTED, "true");
    if (writes && !unconnected) {
      return Optional.of(
          "role control over EtherNet/IP with requests on a connection, where the driver gives a write and the next request one number, so that the controller does not do the second and the driver says that it has; expected "
              + UNCONNECTED
              + "=true in the connection");
    }
    if (unconnected && options(connection).stream().anyMatch(o -> o.startsWith(PATH))) {
      return Optional.of(
          PATH
              + " in a connection by EtherNet/IP with "
              + UNCONNECTED
              + ", where the driver does not heed it and asks another controller; expected backplane and slot instead, for example slot=2");
    }
    return Optional.empty();
  }

  private static boolean says(String connection, String option, String value) {
    return options(connection).contains(option + "=" + value);
  }

  private static List<String> options(String connection) {
    int start = connection.indexOf('?');
    return start < 0 ? List.of() : List.of(connection.substring(start + 1).split("&", -1));
  }

  /** What is wrong with an address, in words that go on after "found"; empty if nothing is. */
  static Optional<String> addressFault(String address, boolean written) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      return Optional.of(
          "address \"%s\"; expected the name of one tag of the controller, outside programs, with its type, for example SP:REAL, LINE.SP:REAL or SPS[3]:REAL"
              .formatted(address));
    }
    String type = String.valueOf(parts.group("type"));
    if (!READ.contains(type)) {
      return Optional.of(
          "address \"%s\" of type %s, which the driver cannot read; expected one of BOOL, SINT, INT, DINT, LINT, REAL, LREAL"
              .formatted(address, type));
    }
    if (written && !WRITTEN.contains(type)) {
      return Optional.of(
          "address \"%s\" of type %s for a tag that is written, while the driver writes no single bytes by EtherNet/IP; expected INT, DINT, LINT, REAL or LREAL in the controller, or no write: of this tag"
              .formatted(address, type));
    }
    String index = parts.group("index");
    if (index != null && Integer.parseInt(index) > INDEX_MAX) {
      return Optional.of(
          "element %s in address \"%s\", of which the driver would take another one; expected at most %d"
              .formatted(index, address, INDEX_MAX));
    }
    return Optional.empty();
  }
}
