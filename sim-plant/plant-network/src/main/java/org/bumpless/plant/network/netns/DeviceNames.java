package org.bumpless.plant.network.netns;

import java.util.Set;
import java.util.regex.Pattern;
import org.bumpless.plant.model.ZoneId;

/** The names of interfaces. */
final class DeviceNames {
  /** The leg into the bench's own segment. */
  static final String BENCH = "bench";

  /** IFNAMSIZ of linux/if.h without the zero at the end. */
  private static final int LETTERS_MAX = 15;

  /**
   * What a namespace has already, or may have: loopback, the kernel's two words for "every device"
   * in its settings, and the tunnels that come by themselves where their modules are loaded.
   */
  private static final Set<String> TAKEN =
      Set.of(
          BENCH,
          "lo",
          "all",
          "default",
          "tunl0",
          "gre0",
          "gretap0",
          "erspan0",
          "ip_vti0",
          "sit0",
          "ip6tnl0",
          "ip6_vti0",
          "ip6gre0");

  private static final String NUMBERED = "zone";
  private static final Pattern LIKE_NUMBERED = Pattern.compile(NUMBERED + "[0-9]+");

  private DeviceNames() {}

  /**
   * A device has the name of its zone where the kernel takes it, else the number of its segment.
   * Zones that are called like such a number get their own: no two devices share a name.
   */
  static String of(ZoneId zone, int segment) {
    String name = zone.value();
    return name.length() <= LETTERS_MAX
            && !TAKEN.contains(name)
            && !LIKE_NUMBERED.matcher(name).matches()
        ? name
        : NUMBERED + segment;
  }
}
